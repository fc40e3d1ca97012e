"""The HTML that this package writes, from the templates beside it; a site may have its own.

A template of the same name in the folder `execmath` of the theme's `custom_dir`, or in the folder
that the option `templates` names, takes the place of one of these. What a template is given is
escaped unless it is `Markup`, which formulas are.

The lines of a template are joined without the spaces around them, so that a page holds no more than
is needed; where one is wanted, `{{ " " }}` stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
)
from jinja2.ext import Extension
from markupsafe import Markup

FOLDER = Path(__file__).with_name("templates")
TAG = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
LINE_BREAK = re.compile(r"[^\S\n]*\n\s*")


class JoinedLines(Extension):
    """Joins the lines of a template. A comment holds each line break, so that the lines of errors
    stay what they are."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        pieces = TAG.split(source)
        pieces[::2] = [LINE_BREAK.sub(lambda match: "{#" + "\n" * match[0].count("\n") + "#}", text)
                       for text in pieces[::2]]
        return "".join(pieces)


class Templates:
    """Those of one build.

    overrides  folders in which a site has templates of its own
    compiled   where they are kept, compiled; None: nowhere
    """

    def __init__(self, overrides: Sequence[Path] = (), compiled: Path | None = None) -> None:
        if compiled is not None:
            compiled.mkdir(parents=True, exist_ok=True)
        self._environment = Environment(
            autoescape=True, undefined=StrictUndefined, extensions=[JoinedLines],
            loader=FileSystemLoader([*overrides, FOLDER]), auto_reload=False,
            bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None)

    def render(self, name: str, **values: Any) -> Markup:
        """A template, filled in; `name` is without its ending."""
        return Markup(self._environment.get_template(f"{name}.html").render(values))


_templates = Templates()


def use(templates: Templates) -> None:
    """From here on, HTML is written by these."""
    global _templates
    _templates = templates


def render(name: str, **values: Any) -> Markup:
    """HTML by the templates of the build at hand."""
    return _templates.render(name, **values)
