"""What a site is combined with: themes, plugins, generators; and what has to come of it.

Each case is the site that `execmath new` makes, with a few changes. A build either shows what it
should, or ends with a message that names the cause.
"""

from __future__ import annotations

import copy
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from mkdocs_execmath import starter

MATERIAL = {"name": "material", "font": False}
ARITHMATEX = {"pymdownx.arithmatex": {"generic": True, "inline_syntax": ["dollar"],
                                      "block_syntax": ["dollar"]}}
FAIL_CLOSED = "mkdocs_execmath.fail_closed"
EXTENSIONS = ["attr_list", "md_in_html", ARITHMATEX, "pymdownx.superfences", FAIL_CLOSED]
EXECUTED = [{"markdown-exec": {"ansi": "off", "languages": ["python"]}}, "execmath"]
HOLDS = {"site/index.html": r"geometric-sum.*Both sides agree",
         "site/next/index.html": "computes logistic in float64",
         "site/eq/geometric-sum/index.html": "altered formulas"}


@dataclass(frozen=True)
class Case:
    """One combination.

    packages  that it needs besides those of this repository
    pages     files below `docs` that are written anew
    shows     files of the site, each with a pattern that it holds
    ends      the exit code of the build
    says      a pattern of what the build says
    note      what a reader of the table should know
    """

    name: str
    packages: tuple[str, ...] = ()
    theme: Mapping[str, Any] = field(default_factory=lambda: MATERIAL)
    plugins: Sequence[Any] = ("search", *EXECUTED)
    extensions: Sequence[Any] = tuple(EXTENSIONS)
    top: Mapping[str, Any] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    shows: Mapping[str, str] = field(default_factory=lambda: HOLDS)
    ends: int = 0
    says: str = "4 of 4 claims hold"
    note: str = ""
    command: tuple[str, ...] = ("mkdocs", "build")
    in_git: bool = False

    def configuration(self) -> str:
        settings = {"site_name": "Notes", "theme": dict(self.theme), "plugins": [*self.plugins],
                    "markdown_extensions": [*self.extensions], **self.top}
        return yaml.safe_dump(copy.deepcopy(settings), sort_keys=False)

    def write(self, root: Path) -> None:
        starter.make(root, "Notes")
        (root / "mkdocs.yml").write_text(self.configuration(), encoding="utf-8")
        for path, text in self.pages.items():
            (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            (root / "docs" / path).write_text(text, encoding="utf-8")

    def run(self, root: Path, folder: Path) -> list[str]:
        """What is wrong; of a case that fits, nothing.

        root    as it was written
        folder  of the programs
        """
        environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
                       "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true",
                       "GIT_CONFIG_GLOBAL": "/dev/null"}
        if self.in_git:
            for command in (["init", "-q"], ["config", "user.name", "A"],
                            ["config", "user.email", "a@a.example"], ["add", "-A"],
                            ["commit", "-qm", "All"]):
                subprocess.run(["git", *command], cwd=root, env=environment, check=True)
        done = subprocess.run([folder / self.command[0], *self.command[1:]], cwd=root,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              encoding="utf-8", timeout=300, check=False)
        return list(self._wrong(root, done.returncode, done.stdout))

    def _wrong(self, root: Path, code: int, said: str) -> list[str]:
        wrong = []
        if code != self.ends:
            wrong.append(f"it ended with {code}:\n{said}")
        if not re.search(self.says, said):
            wrong.append(f"it does not say {self.says!r}:\n{said}")
        if "Traceback" in said and self.command[0] != "zensical":  # which shows one of any refusal
            wrong.append(f"a traceback:\n{said}")
        for path, pattern in self.shows.items() if self.ends == 0 else ():
            file = root / path
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            if not re.search(pattern, text, re.DOTALL):
                wrong.append(f"{path} {'does not show ' + repr(pattern) if text else 'is missing'}")
        return wrong


def _with(*plugins: Any) -> tuple[Any, ...]:
    return ("search", *plugins, *EXECUTED)


POST = """---
date: 2026-01-02
---

# A post

Twice one is two.

<!-- more -->

$$
2 \\cdot 1 = 2
\\label{twice}
$$
"""
FENCES = """# Other code

```julia
f(x) = x^2
```

```python
print("shown, not run")
```

```mermaid
graph LR; a --> b
```
"""
TAGGED = "---\ntags: [sums]\n---\n\n# Tagged\n\nA page with a tag.\n"
PAGE = "# Another\n\nTwice one is two.\n\n$$\n2 \\cdot 1 = 2\n\\label{twice}\n$$\n"
FIVE = "5 of 5 claims hold"


def _without(name: str) -> list[Any]:
    return [one for one in EXTENSIONS if one != name and name not in one]


MKDOCS_THEME = {"name": "mkdocs", "highlightjs": False}
OWN_SCRIPT = {"extra_javascript": ["mine.js"]}

CASES = [
    Case("Material for MkDocs"),
    Case("Theme `mkdocs`", theme=MKDOCS_THEME, note="the search does not know formulas"),
    Case("Theme `mkdocs`, with highlight.js", theme={"name": "mkdocs"},
         says=r"policy of this site blocks https://cdnjs",
         note="the build says that its script comes from elsewhere; `policy: off` lets it"),
    Case("Theme `readthedocs`", theme={"name": "readthedocs", "highlightjs": False},
         note="the search does not know formulas"),
    Case("Material, its default fonts", theme={"name": "material"},
         says=r"policy of this site blocks https://fonts\.googleapis\.com",
         note="the build says that they come from elsewhere; `policy: off` lets them"),
    Case("Material, its default fonts, `policy: off`", theme={"name": "material"},
         plugins=("search", EXECUTED[0], {"execmath": {"policy": "off"}}),
         shows={**HOLDS, "site/next/index.html": r"fonts\.googleapis\.com"}),
    Case("Scripts of the site's own", top=OWN_SCRIPT,
         pages={"mine.js": "document$.subscribe(() => console.log(1));\n"},
         shows={**HOLDS, "site/eq/logistic/index.html": r'<script defer src="[./]*mine\.js">'}),
    Case("`use_directory_urls: false`", top={"use_directory_urls": False},
         shows={"site/index.html": r'href="eq/geometric-sum/index\.html',
                "site/next.html": "computes logistic",
                "site/eq/geometric-sum/index.html": r'href="\.\./\.\./index\.html#geometric-sum"'}),
    Case("Material's `offline`", plugins=_with("offline"),
         shows={"site/index.html": r"geometric-sum.*Both sides agree", "site/next.html":
                "computes logistic", "site/search/search_index.js": "geometric-sum"}),
    Case("Material's `blog`", plugins=("search", "blog", *EXECUTED), says=FIVE,
         pages={"blog/index.md": "# Blog\n", "blog/posts/post.md": POST},
         shows={**HOLDS, "site/blog/2026/01/02/a-post/index.html": r"twice.*Both sides agree",
                "site/blog/index.html": "A post"}),
    Case("Material's `tags`", plugins=_with("tags"), pages={"tagged.md": TAGGED},
         shows={**HOLDS, "site/tagged/index.html": "sums"}),
    Case("Material's `meta`", plugins=_with("meta"),
         pages={"more/.meta.yml": "tags: [sums]\n", "more/page.md": PAGE}, says=FIVE,
         shows={**HOLDS, "site/more/page/index.html": r"twice.*Both sides agree"}),
    Case("`pymdownx.snippets`", extensions=(*EXTENSIONS, {"pymdownx.snippets": {
             "base_path": ["docs"]}}),
         pages={"words.txt": "Words from a file.\n",
                "taking.md": '# Taking in\n\n--8<-- "words.txt"\n'},
         shows={**HOLDS, "site/taking/index.html": "Words from a file"},
         note="words; a display that is taken in from a file is refused"),
    Case("`pymdownx.snippets`, a display taken in", extensions=(*EXTENSIONS, {
             "pymdownx.snippets": {"base_path": ["docs"]}}),
         pages={"sum.txt": "$$\n1 + 1 = 3\n\\label{hidden}\n$$\n",
                "taking.md": '# Taking in\n\n--8<-- "sum.txt"\n'},
         ends=1, says=r"taking\.md:\d+.*S103", note="refused: it was not executed"),
    Case("Fences of other languages", pages={"code.md": FENCES},
         shows={**HOLDS, "site/code/index.html": r"graph LR"}),
    Case("Mermaid", extensions=(*_without("pymdownx.superfences"), {"pymdownx.superfences": {
             "custom_fences": [{"name": "mermaid", "class": "mermaid"}]}}),
         pages={"code.md": FENCES},
         shows={**HOLDS, "site/code/index.html": r'class="mermaid"'},
         note="Material fetches its script from elsewhere, so put `mermaid.min.js` into the site"),
    Case("Without `attr_list`", extensions=_without("attr_list"), ends=1,
         says=r"mkdocs\.yml:1: S118 .*attr_list",
         note="refused: the message names what is missing"),
    Case("Without `md_in_html`", extensions=_without("md_in_html")),
    Case("Without `pymdownx.arithmatex`", extensions=_without("pymdownx.arithmatex"), ends=1,
         says=r"mkdocs\.yml:1: S118 .*pymdownx\.arithmatex",
         note="refused: the message names what is missing"),
    Case("Without `pymdownx.superfences`", extensions=_without("pymdownx.superfences"), ends=1,
         says=r"'markdown-exec' plugin requires the 'pymdownx\.superfences'",
         note="refused: the message names what is missing"),
    Case("Without `markdown-exec`, where code is run", plugins=("search", "execmath"), ends=1,
         says=r"mkdocs\.yml:1: S118 .*markdown-exec",
         note="refused: the message names what is missing"),
    Case("Without `search`", plugins=tuple(EXECUTED)),

    Case("mkdocs-macros-plugin", ("mkdocs-macros-plugin",), plugins=_with("macros"),
         top={"extra": {"who": "somebody"}},
         pages={"macro.md": "# Macros\n\nWritten by {{ who }}.\n"},
         shows={**HOLDS, "site/macro/index.html": "Written by somebody"},
         note="words; a display in which a macro stands is refused"),
    Case("mkdocs-include-markdown-plugin", ("mkdocs-include-markdown-plugin",),
         plugins=_with("include-markdown"),
         pages={"words.txt": "Words from a file.\n",
                "taking.md": '# Taking in\n\n{% include-markdown "words.txt" %}\n'},
         shows={**HOLDS, "site/taking/index.html": "Words from a file"},
         note="words; a display that is taken in from a file is refused"),
    Case("mkdocs-minify-plugin", ("mkdocs-minify-plugin",),
         plugins=_with({"minify": {"minify_html": True}})),
    Case("mkdocs-awesome-nav", ("mkdocs-awesome-nav",), plugins=_with("awesome-nav"),
         pages={".nav.yml": "nav:\n  - next.md\n  - index.md\n"}),
    Case("mkdocs-section-index", ("mkdocs-section-index",), plugins=_with("section-index"),
         top={"nav": [{"Home": "index.md"}, {"More": ["next.md", "other.md"]}]},
         pages={"other.md": PAGE}, says=FIVE),
    Case("mkdocs-glightbox", ("mkdocs-glightbox",), plugins=_with("glightbox")),
    Case("mkdocs-git-revision-date-localized-plugin",
         ("mkdocs-git-revision-date-localized-plugin",),
         plugins=_with("git-revision-date-localized"), in_git=True,
         shows={**HOLDS, "site/next/index.html": "git-revision-date"}),
    Case("mkdocs-rss-plugin", ("mkdocs-rss-plugin",), in_git=True,
         plugins=_with({"rss": {"match_path": r"(index|next)\.md"}}),
         note="with `match_path`, as it cannot read pages that a plugin makes",
         top={"site_url": "https://notes.example/", "site_description": "Notes"},
         shows={**HOLDS, "site/feed_rss_created.xml": "<title>"}),
    Case("mkdocs-print-site-plugin", ("mkdocs-print-site-plugin",),
         plugins=("search", *EXECUTED, "print-site")),
    Case("mkdocs-static-i18n", ("mkdocs-static-i18n",),
         plugins=_with({"i18n": {"docs_structure": "suffix", "languages": [
             {"locale": "en", "default": True, "name": "English"},
             {"locale": "de", "name": "Deutsch"}]}}),
         pages={"words.md": "# Words\n\nOnly words.\n", "words.de.md": "# Wörter\n\nNur Wörter.\n"},
         ends=1, says="S119: a plugin, such as mkdocs-static-i18n",
         note="refused: it builds a site within a site; build each language as a site of its own"),
    Case("mike", ("mike",), command=("mike", "deploy", "1.0"), in_git=True, shows={},
         plugins=("search", *EXECUTED, "mike")),
    Case("ProperDocs", ("properdocs",), command=("properdocs", "build", "-f", "mkdocs.yml")),
    Case("Zensical", ("zensical",), command=("zensical", "build"), ends=1, says="S1",
         note="refused by `mkdocs_execmath.fail_closed`, as it would check nothing"),
    Case("Zensical, behind `execmath check docs`", ("zensical",), command=("zensical", "build"),
         extensions=_without(FAIL_CLOSED), says="", shows={"site/index.html": "geometric"},
         note="publishes what was checked, without the lines below equations and their pages"),
]

# ---------------------------------------------------------------------------- as a page

PAGE = "docs/about/fits.md"
THEME = "mkdocs-material"  # whose version stands where a case wants no package of its own


def table(cases: Sequence[Case], versions: Mapping[str, str]) -> str:
    """Markdown: each case with its packages, their versions and what came of it."""
    rows = ["| With | Version | Outcome | Note |", "|---|---|---|---|"]
    for case in cases:
        version = ", ".join(versions.get(name, "") for name in case.packages)
        outcome = "refused" if case.ends else "built"
        rows.append(f"| {case.name} | {version} | {outcome} | {case.note} |")
    return "\n".join(rows)


def page(cases: Sequence[Case], versions: Mapping[str, str], date: str) -> str:
    """The page of the docs, from a run in which all cases went as they should."""
    tried = ", ".join(f"{name} {versions[name.lower()]}"
                      for name in ("mkdocs", THEME, "markdown-exec", "pymdown-extensions"))
    return f"""---
description: Themes, plugins and generators with which sites were built, and what came of each.
---

# Themes and plugins

Each line is the site that `execmath new` makes, with one thing added or taken away.
*Built* means that the equations are on their pages with what was found, that the code ran, and
that each equation has its own page.
*Refused* means that the build ended with a message that names the cause.

The table was written by the run that tried it, `make fits`, on {date}, with {tried}.

{table(cases, versions)}

Not tried, as they fetch from elsewhere while a site is built: Material's `social` and `privacy`.
"""
