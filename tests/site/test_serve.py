"""`mkdocs serve` shows what fails in red, and goes on when it is mended."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from projects import Project, Small

GOOD = "# Page\n\n$$\n1 + 1 = 2\n\\label{sum}\n$$\n"
PAGE = "page/"


@contextlib.contextmanager
def served(project: Project) -> Iterator[Callable[[Callable[[str], bool]], str]]:
    """Serve; gives a function that waits until the page is as wanted, and returns it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        project.command("serve", "--dev-addr", f"127.0.0.1:{port}", "--livereload"),
        cwd=project.root, env=project.environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL)

    def wait(wanted: Callable[[str], bool]) -> str:
        deadline, html = time.monotonic() + 90, ""
        while time.monotonic() < deadline:
            assert process.poll() is None, "mkdocs serve ended"
            with contextlib.suppress(OSError):
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{PAGE}", timeout=10) as page:
                    html = page.read().decode()
                if wanted(html):
                    return html
            time.sleep(0.2)
        pytest.fail(f"the page did not become as wanted; it is\n{html}")

    try:
        yield wait
    finally:
        process.terminate()
        process.wait(timeout=30)


def test_a_page_that_breaks_turns_red_and_is_mended(small: Small) -> None:
    project = small(page=GOOD)
    before = project.published()
    with served(project) as wait:
        clean = wait(lambda html: "Both sides agree" in html)
        assert "execmath-banner" not in clean
        project.write("page.md", GOOD.replace("= 2", "= 3"))
        broken = wait(lambda html: "execmath-banner" in html)
        assert "page.md:4 sum: C201 fails at 1 of 1 points" in broken
        assert 'class="execmath execmath-fails" id="sum"' in broken
        assert "does not hold" in broken
        project.write("page.md", GOOD)
        mended = wait(lambda html: "execmath-banner" not in html)
        assert "Both sides agree" in mended
    assert project.published() == before
