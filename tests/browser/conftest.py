"""The real site, built once for all tests in a browser on all workers, and the browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

sys.path.insert(0, str(Path(__file__).parent))
from sharing import Shared
from static_host import hosted
from visiting import PUBLISHED, Visit, watch

ROOT = Path(__file__).parents[2]
# The first draws nothing on a screen, and takes half of the processor's time for it.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    page_by_page(items)
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="there is no Chromium"))


def page_by_page(items: list[pytest.Item]) -> None:
    """What is asked of one page stands together: one worker opens it, and no other waits for it."""
    places = [place for place, item in enumerate(items)
              if "visited" in getattr(item, "fixturenames", ())]
    by_name = sorted((items[place] for place in places),
                     key=lambda item: item.callspec.params["name"])
    for place, item in zip(places, by_name, strict=True):
        items[place] = item


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def built(shared: Shared) -> Path:
    """The folder of the built site."""
    return shared("built", build)


def build(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)],
        cwd=ROOT, env={**os.environ, "SITE_URL": PUBLISHED, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def base_url(built: Path) -> Iterator[str]:
    with hosted(built) as address:
        yield address


@pytest.fixture
def first_visit(page: Page, base_url: str) -> Iterator[Visit]:
    """A page in a browser that was never here: nothing is in its cache."""
    visit = watch(page, base_url)
    yield visit
    assert visit.outside == []
    assert visit.wrong == []


@pytest.fixture(scope="session")
def returning(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """A browser with a cache: a page in it costs less than half of a first visit."""
    context = browser.new_context(base_url=base_url)
    yield context
    context.close()


@pytest.fixture
def visit(returning: BrowserContext, base_url: str) -> Iterator[Visit]:
    """A new page in a browser that was here before and remembers no choice of its reader."""
    page = returning.new_page()
    visit = watch(page, base_url)
    yield visit
    returning.clear_permissions()
    if page.url.startswith(base_url):
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.close()
    assert visit.outside == []
    assert visit.wrong == []


@pytest.fixture
def without_script(browser: Browser, base_url: str) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    context.close()
