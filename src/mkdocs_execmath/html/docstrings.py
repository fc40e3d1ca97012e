"""The documentation of code as prose: fields as a list, and what they name as links.

mkdocstrings shows a docstring as it stands. Its fields are lines such as `eta  the parameter`, and
two of them name other things: `equations:` the labels of this site's equations, and `source:` where
a method is from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from mkdocs_execmath.templating import render

CONTENTS = re.compile(r'(<div class="doc doc-contents[^"]*">)(.*?)(</div>)', re.DOTALL)
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
NAMED = re.compile(r"(?P<name>equations|source|returns|raises|error):? +(?P<says>\S.*)"
                   r"|(?P<field>[\w*][\w*, .]*?) {2,}(?P<text>\S.*)")
LABEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DOI = re.compile(r"\bdoi:(10\.[^\s;,<]+[^\s;,.<])")

Field = tuple[str, str]  # its name and what it says, as HTML


def fields(paragraph: str) -> list[Field]:
    """The fields of a paragraph's HTML; none, if it is no list of fields."""
    listed: list[Field] = []
    for line in paragraph.split("\n"):
        if listed and line.startswith(" "):
            name, says = listed[-1]
            listed[-1] = name, f"{says} {line.strip()}"
        elif (match := NAMED.fullmatch(line)) is not None:
            listed.append((match["name"] or match["field"], match["says"] or match["text"]))
        else:
            return []
    return listed


def with_links(content: str, known: Mapping[str, Any], address: Callable[[str], str],
               title: Callable[[str], str]) -> str:
    """The content of a page, with the fields of its docstrings as lists.

    known    the equations, by label
    address  label -> href
    title    label -> what an equation is called
    """
    def listed(paragraph: re.Match[str]) -> str:
        found = fields(paragraph[1])
        if not found:
            return paragraph[0]
        return render("fields", fields=[
            (name, _equations(says, known, address, title) if name == "equations" else
             Markup(DOI.sub(r'<a href="https://doi.org/\1">doi:\1</a>', says)))
            for name, says in found])

    return CONTENTS.sub(lambda contents: "".join([
        contents[1], PARAGRAPH.sub(listed, contents[2]), contents[3]]), content)


def _equations(says: str, known: Mapping[str, Any], address: Callable[[str], str],
               title: Callable[[str], str]) -> Markup:
    def link(label: re.Match[str]) -> str:
        if label[0] not in known:
            return label[0]
        return Markup('<a href="{}">{}</a>').format(address(label[0]), title(label[0]))
    return Markup(LABEL.sub(link, says))


def unknown_labels(content: str, known: Mapping[str, Any]) -> Iterator[str]:
    """The labels that the docstrings of a page name, and that the site does not have."""
    for contents in CONTENTS.finditer(content):
        for paragraph in PARAGRAPH.finditer(contents[2]):
            for name, says in fields(paragraph[1]):
                if name == "equations":
                    yield from (label for label in LABEL.findall(says) if label not in known)
