"""Material's pages are mended, and only where nothing can be broken by it."""

from __future__ import annotations

from mkdocs_execmath.components.material_patches import mended

PAGE = ('<head><script src="library.js"></script></head><body><script>library.use()</script>'
        '<script id="__config" type="application/json">{}</script>'
        '<script src="bundle.js"></script><script src="mine.js"></script></body>')


def test_the_scripts_at_the_end_wait_and_keep_their_order() -> None:
    page = mended(PAGE)
    assert page.endswith('<script defer src="bundle.js"></script>'
                         '<script defer src="mine.js"></script></body>')
    assert '<script src="library.js"></script>' in page  # the next one may ask for it


def test_a_script_of_the_page_itself_finds_those_before_it() -> None:
    page = mended(PAGE.replace("</body>", "<script>mine()</script></body>"))
    assert "defer" not in page
    assert 'rel="expect"' in page


def test_a_page_without_the_settings_of_material_stays() -> None:
    page = PAGE.replace("__config", "other")
    assert mended(page) == page


def test_a_reader_who_is_lost_is_told_where_to_look() -> None:
    page = mended(PAGE.replace("<body>", "<body><h1>404 - Not found</h1>"))
    assert "no page at this address (404)</h1>" in page and "search" in page
