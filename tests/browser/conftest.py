"""The real site, built once for all tests in a browser on all workers, and the browser."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

sys.path.insert(0, str(Path(__file__).parent))
from static_host import hosted
from visiting import PUBLISHED, Visit, watch

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not os.environ.get("CI"):
                item.add_marker(pytest.mark.skip(reason="there is no Chromium"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ["--no-sandbox"]}


def build(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)],
        cwd=ROOT, env={**os.environ, "SITE_URL": PUBLISHED, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site: the first worker that comes builds it, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "built"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():  # a build that fails leaves nothing
            build(folder)
    return folder


@pytest.fixture(scope="session")
def base_url(built: Path) -> Iterator[str]:
    with hosted(built) as address:
        yield address


@pytest.fixture
def visit(page: Page, base_url: str) -> Iterator[Visit]:
    """A page; at the end of the test nothing has gone wrong and nothing was fetched elsewhere."""
    visit = watch(page, base_url)
    yield visit
    assert visit.outside == []
    assert visit.wrong == []


@pytest.fixture
def without_script(browser: Browser, base_url: str) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    context.close()
