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

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from markupsafe import Markup

from execmath.runtime.cache import Cache, digest

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


class CompiledTemplates(BytecodeCache):
    """Templates, compiled, in a cache that knows what it has written itself: they are code, which
    runs when it is read."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        if (data := self._cache.load_bytes(_key(bucket))) is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._cache.store_bytes(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    return digest("template", bucket.key, bucket.checksum)


class Templates:
    """Those of one build.

    overrides  folders in which a site has templates of its own
    cache      where they are kept, compiled
    """

    def __init__(self, overrides: Sequence[Path] = (), cache: Cache = Cache()) -> None:
        self.overrides = overrides
        self._environment = Environment(
            autoescape=True, undefined=StrictUndefined, extensions=[JoinedLines],
            loader=FileSystemLoader([*overrides, FOLDER]), auto_reload=False,
            bytecode_cache=CompiledTemplates(cache))

    def render(self, name: str, **values: Any) -> Markup:
        """A template, filled in; `name` is without its ending."""
        return Markup(self._environment.get_template(f"{name}.html").render(values))


_templates = Templates()


def use(templates: Templates) -> None:
    """From here on, HTML is written by these."""
    global _templates
    _templates = templates


def version() -> str:
    """The digest of the templates that a site has of its own."""
    files = sorted(file for folder in _templates.overrides for file in folder.rglob("*.html"))
    return digest("templates", *(part for file in files
                                 for part in (str(file), file.read_text(encoding="utf-8"))))


def render(name: str, **values: Any) -> Markup:
    """HTML by the templates of the build at hand."""
    return _templates.render(name, **values)
