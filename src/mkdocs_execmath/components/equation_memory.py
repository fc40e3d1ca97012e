"""What the folders of equations were made from, page by page: while none of it changes for a page,
nothing is rendered to learn that the folders of its equations are as they were.

That is all that was read and executed on it, and on the pages with which it shares equations; what
is proved on the whole site; how its equations are called, and where they and the pages are; the
settings, the templates and the programs; and of the page itself its words, the code that is held
against its equations, their pictures and their history.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from execmath.runtime.cache import digest
from mkdocs_execmath import templating
from mkdocs_execmath.components.component import Build
from mkdocs_execmath.typesetting.style_sheet import Needs


@dataclass(frozen=True)
class Folders:
    """Of the equations of a page: by the label of each the digest of all that its folder is made
    from but the frame; and what they want of the style sheet."""

    digests: dict[str, str]
    needs: Needs


class EquationMemory:
    """Of one build, once its pages are rendered."""

    def __init__(self, build: Build) -> None:
        self._build = build
        self._ground = digest("folders", build.ground, templating.version(),
                              *_names(build), *_evidence(build))
        self._statements = _statements(build)

    def recall(self, page: str) -> Folders | None:
        """Those of a page, if they are as they were."""
        match self._build.cache.load(self._key(page)):
            case {"digests": dict(digests), "needs": needs}:
                wanted = Needs.load(needs)
                labels = [result.label for result in self._build.site.ledger.of_page(page)]
                if wanted and [*digests] == labels and self._build.typesetter.knows(wanted):
                    return Folders(digests, wanted)
        return None

    def keep(self, page: str, folders: Folders) -> None:
        if not self._build.diagnostics:
            self._build.cache.store(self._key(page), {"digests": folders.digests,
                                                      "needs": vars(folders.needs)})

    def _key(self, page: str) -> str:
        build, source = self._build, self._build.site.pages[page]
        parts = [self._statements[page], *source.lines]
        for result in build.site.ledger.of_page(page):
            held = build.renderer.code.get(result.label, ())
            parts += [result.label, str(result.display.line), build.pictures.keys[result.label],
                      repr(build.history.get(result.label)),
                      *(f"{name} {block.line} {block.source}" for name, block in held)]
        return digest(self._ground, page, *parts)


def _names(build: Build) -> list[str]:
    """How all is called, and where it is."""
    publisher, labels = build.publisher, build.site.ledger.results
    urls = [f"{file.src_uri} {file.url}" for file in build.files]
    titles = [f"{path} {title}" for path, title in build.renderer.titles.items()]
    return [publisher.name, publisher.url, publisher.author, publisher.date,
            *map(publisher.title, labels), *urls, *titles, repr(build.register)]


def _evidence(build: Build) -> list[str]:
    """What does not follow from the statements: the proofs, and what the arguments link to."""
    results = build.site.ledger.results.values()
    deduced = sorted(build.renderer.deduced.items())
    return [*(repr(result.proof) for result in results), repr(deduced)]


def _statements(build: Build) -> dict[str, str]:
    """Of each page the digest of all that is stated on it and on the pages that it shares equations
    with, over however many others: no statement elsewhere has a part in what becomes of its own."""
    pages, statements = build.site.pages, dict[str, str]()
    for together in _sharing(build):
        whole = digest(*(pages[path].fingerprint for path in together))
        statements |= dict.fromkeys(together, whole)
    return statements


def _sharing(build: Build) -> Iterator[list[str]]:
    """The pages in groups, in reading order: of a group none names an equation outside of it, nor
    knows its letters, and no equation outside names one of it."""
    pages, neighbors = build.site.pages, {path: set[str]() for path in build.site.pages}
    for path in pages:
        for other in _shares_with(path, build) & pages.keys():
            neighbors[path].add(other)
            neighbors[other].add(path)
    order, seen = {path: place for place, path in enumerate(pages)}, set[str]()
    for path in pages:
        if path not in seen:
            group, waiting = set[str](), [path]
            while waiting:
                group.add(one := waiting.pop())
                waiting += neighbors[one] - group
            seen |= group
            yield sorted(group, key=order.__getitem__)


def _shares_with(path: str, build: Build) -> set[str]:
    """The pages of which a page names equations, or knows the letters."""
    results, deduced = build.site.ledger.results, build.renderer.deduced
    labels = [label for result in build.site.ledger.of_page(path)
              for label in (*result.uses, *result.also_for, result.inside,
                            *deduced.get(result.label, ()))]
    return {*build.site.pages[path].builds_on,
            *(results[label].page for label in labels if label in results)}
