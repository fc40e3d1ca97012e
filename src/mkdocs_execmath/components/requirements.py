"""What the pages want of mkdocs.yml and of each other, named before all that fails without it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from execmath.code.blocks import is_executed
from execmath.documents.diagnostics import Diagnostic, report
from mkdocs_execmath import codes
from mkdocs_execmath.components.component import Build, Component

ATTRIBUTES = "attr_list"
ARITHMATEX, FENCES, EXECUTOR = "pymdownx.arithmatex", "pymdownx.superfences", "markdown-exec"
DOLLARS = "{generic: true, inline_syntax: [dollar], block_syntax: [dollar]}"


class Requirements(Component):
    def read(self, files: Files, build: Build) -> None:
        """raises  PluginError"""
        pages = build.site.pages.values()
        has_displays = any(page.displays for page in pages)
        runs_code = any(is_executed(block) for page in pages for block in page.blocks)
        missing = [*_for_equations(build.config),
                   *(_for_displays(build.config) if has_displays else ()),
                   *(_for_code(build.config) if runs_code else ())]
        if missing:
            raise PluginError("\n" + report([
                codes.diagnostic(codes.NOT_CONFIGURED, "mkdocs.yml", 1, "", message)
                for message in missing]))
        if lost := list(_at_one_address(files)):
            raise PluginError("\n" + report(lost))


def _at_one_address(files: Files) -> Iterator[Diagnostic]:
    """Pages where another file is published as well; not all disks tell small letters from large
    ones."""
    published: dict[str, File] = {}
    for file in files:
        if file.inclusion.value <= InclusionLevel.DRAFT.value:
            continue
        other = published.setdefault(file.dest_uri.casefold(), file)
        if other is not file and (file.is_documentation_page() or other.is_documentation_page()):
            yield codes.diagnostic(
                codes.SAME_ADDRESS, other.src_uri, 1, "", f"{file.src_uri} is published as "
                f"{file.dest_uri} as well, and one of the two would be lost; rename one")


def _for_equations(config: MkDocsConfig) -> Iterator[str]:
    if ATTRIBUTES not in config.markdown_extensions:
        yield f"the pages of equations are made with {ATTRIBUTES}, which is not under " \
              "markdown_extensions"


def _for_displays(config: MkDocsConfig) -> Iterator[str]:
    if ARITHMATEX not in config.markdown_extensions:
        yield f"formulas are marked up by {ARITHMATEX}, which is not under markdown_extensions: " \
              f"{ARITHMATEX}: {DOLLARS}"
    elif not config.mdx_configs.get(ARITHMATEX, {}).get("generic"):
        yield f"{ARITHMATEX} under markdown_extensions wants generic: true: " \
              f"{ARITHMATEX}: {DOLLARS}"


def _for_code(config: MkDocsConfig) -> Iterator[str]:
    if EXECUTOR not in config.plugins:
        yield f"pages run code, and {EXECUTOR} is not under plugins: " \
              f"- {EXECUTOR}: {{ansi: \"off\", languages: [python]}}, before execmath"
    if FENCES not in config.markdown_extensions:
        yield f"pages run code, and {FENCES} is not under markdown_extensions"
