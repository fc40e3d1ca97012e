"""What programs fetch from the published site, as the page on publishing promises it."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import jsonschema
from playwright.sync_api import Page

DOCS = Path(__file__).parents[2] / "docs"
LABEL = "gradient-is-softmax"
KINDS = {"json": "application/json", "svg": "image/svg+xml", "png": "image/png",
         "xml": "application/xml", "txt": "text/plain", "md": "text/markdown"}


def equations(built: Path) -> dict[str, dict]:
    listed = json.loads((built / "equations.json").read_text())["equations"]
    return {item["label"]: item for item in listed}


def promised() -> list[str]:
    """The addresses in the table of `docs/about/publish.md`."""
    text = (DOCS / "about/publish.md").read_text().partition("## What other programs find")[2]
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    found: list[str] = []
    for name in re.findall("`([^`]+)`", " ".join(rows)):
        beside = "" if name.startswith("/") else found[-1].rpartition("/")[0] + "/"
        found.append(beside + name.removeprefix("/").replace("<label>", LABEL))
    return found


def test_what_is_promised_to_programs_is_there_under_its_type(page: Page, base_url: str) -> None:
    assert len(promised()) > 10
    for name in promised():
        answer = page.request.get(base_url + name)
        assert answer.ok, name
        kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
        assert answer.headers["content-type"].partition(";")[0] in (
            kind, kind.replace("application/xml", "text/xml")), name


def test_the_published_equations_are_as_the_published_schema_says(built: Path) -> None:
    whole = json.loads((built / "equations.json").read_text())
    jsonschema.validate(whole, json.loads((built / "equations.schema.json").read_text()))
    for label, equation in equations(built).items():
        alone = json.loads((built / "eq" / label / "index.json").read_text())
        assert {name: alone[name] for name in equation} == equation


def test_a_page_names_its_source_and_an_equation_its_data(page: Page) -> None:
    for address, kind in [("softmax/", "text/markdown"), (f"eq/{LABEL}/", "application/json")]:
        page.goto(address)
        link = page.locator(f'link[rel~="alternate"][type="{kind}"]')
        answer = page.request.get(link.evaluate("one => one.href"))
        assert answer.ok
        if kind == "text/markdown":
            assert answer.text() == (DOCS / "softmax.md").read_text()
        else:
            assert answer.json()["label"] == LABEL


def test_what_the_overview_for_language_models_links_to_is_there(
    base_url: str, built: Path
) -> None:
    links = re.findall(r"\]\(([^)]+)\)", (built / "llms.txt").read_text())
    assert len(links) > 10
    here = {link: base_url + re.sub(r"^https?://[^/]+/", "", link) for link in links}
    assert [link for link, address in here.items() if not is_there(address)] == []


def is_there(url: str) -> bool:
    try:
        with urlopen(url) as answer:
            return answer.status == 200
    except HTTPError:
        return False


def test_every_equation_is_a_name_for_other_sites(built: Path) -> None:
    packed = (built / "objects.inv").read_bytes().split(b"\n", 4)[4]
    names = dict(re.findall(r"^(\S+) std:label -1 (\S+) ", zlib.decompress(packed).decode(), re.M))
    assert names == {label: f"eq/{label}/" for label in equations(built)}


def test_the_badge_says_how_many_equations_hold(page: Page, built: Path) -> None:
    held = [one for one in equations(built).values() if one["kind"] in ("claim", "definition")]
    page.goto("badge.svg")
    assert f"{len(held)} hold" in page.locator("svg").text_content()
