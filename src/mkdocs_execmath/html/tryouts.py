"""The equations whose letters a reader may set: both sides in JavaScript, tried before they are
shown.

What does not agree with the balls at every point that is tried is not shown, and what cannot be
said in JavaScript is not either; `left_out` says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from execmath.documents import codec
from execmath.documents.results import Result
from execmath.javascript.translator import RUNTIME, Module, Refused, module
from execmath.language import ast as s
from execmath.language.equation import Kind
from execmath.language.names import spell
from execmath.runtime.cache import Cache, digest
from execmath.runtime.fingerprint import version
from mkdocs_execmath.templating import render
from mkdocs_execmath.typesetting.node import Program

if TYPE_CHECKING:  # a build in which no equation changed starts without the arithmetic
    from execmath.javascript import agreement as held

SIDES = "sides.js"
"""The module beside the page of an equation."""
WORDS = {2: ("left side", "right side")}


@dataclass(frozen=True)
class Field:
    """A letter that a reader sets: its name in the module, its LaTeX, how it is said, and what
    stands there first."""

    name: str
    tex: str
    says: str
    value: str


@dataclass(frozen=True)
class Tryout:
    """What the page of an equation shows; or the `reason` why it has none.

    equal  are its sides, as the page was executed?
    """

    source: str = ""
    fields: tuple[Field, ...] = ()
    sides: tuple[str, ...] = ()
    equal: bool = False
    reason: str = ""


class Tryouts:
    """Of the equations of one site."""

    def __init__(self, results: Mapping[str, Result], cache: Cache) -> None:
        self._results, self._cache = results, cache
        self._program = Program("sides.mjs", cache)
        self._made: dict[str, Tryout] = {}

    def of(self, label: str) -> Tryout | None:
        """What the page of an equation shows, if anything."""
        self.prepare([label])
        tryout = self._made.get(label)
        return tryout if tryout is not None and not tryout.reason else None

    def left_out(self, labels: Iterable[str]) -> dict[str, str]:
        """Those of the claims that are not shown, each with the reason."""
        self.prepare(labels := list(labels))
        return {label: self._made[label].reason for label in labels
                if label in self._made and self._made[label].reason}

    def prepare(self, labels: Iterable[str]) -> None:
        """All at once what is new among some equations, as Node takes a while to start."""
        wanted = [label for label in labels if label not in self._made
                  and isinstance(self._results[label].statement, s.Claim)]
        keys = {label: self._key(self._results[label]) for label in wanted}
        kept = self._cache.load_all(keys.values())
        for label, key in keys.items():
            if (tryout := codec.decoded(kept.get(key), Tryout)) is not None:
                self._made[label] = tryout
        new = self._make([self._results[label] for label in wanted if label not in self._made])
        self._cache.store_all({keys[label]: codec.encoded(tryout)
                               for label, tryout in new.items()})
        self._made |= new

    def _key(self, result: Result) -> str:
        return digest("tryout", version(__name__), RUNTIME.read_bytes(), result.label,
                      result.kind, result.fingerprint)

    def _make(self, results: Sequence[Result]) -> dict[str, Tryout]:
        if not results:
            return {}
        from execmath.javascript import agreement as held

        made, said, tried = dict[str, Tryout](), dict[str, Module](), dict[str, list[held.Trial]]()
        for result in results:
            claim, label = result.statement, result.label
            assert isinstance(claim, s.Claim)
            try:
                said[label] = module(claim, result.context)
                if not said[label].letters:
                    raise Refused("no letter to set")
                tried[label] = held.trials(claim, result.context, label, said[label])
            except Refused as refused:
                made[label] = Tryout(reason=str(refused))
        runtime = {"path": str(RUNTIME), "digest": digest(RUNTIME.read_bytes())}
        questions = [{"runtime": runtime, "source": said[label].source,
                      "points": [trial.texts for trial in trials]}
                     for label, trials in tried.items()]
        answers = self._program.answers(questions, _answer)
        for (label, trials), answer in zip(tried.items(), answers, strict=True):
            made[label] = _judged(self._results[label], said[label],
                                  held.agreement(trials, answer))
        return made


def _answer(answer: Any) -> list[Any]:
    if not isinstance(answer, list):
        raise ValueError("not a list")
    return answer


def _judged(result: Result, said: Module, verdict: held.Agreement) -> Tryout:
    if verdict.reason:
        return Tryout(reason=verdict.reason)
    first = _first(verdict.points)
    fields = tuple(Field(name, member.letter.name, spell(member.letter.name), first[name])
                   for member, name in said.letters)
    count = len(said.sides)
    sides = WORDS.get(count) or tuple(f"side {number}" for number in range(1, count + 1))
    claim = result.statement
    equal = result.kind == Kind.CLAIM and isinstance(claim, s.Claim) \
        and {link.relation for link in claim.links} == {"="} and count == len(claim.links) + 1
    return Tryout(said.source, fields, sides, equal)


def _first(points: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    """What stands there at the beginning: of the points with few digits, which come before the
    others, one in the middle. At the shortest a size may be one, and the longest fill a line."""
    from execmath.javascript import agreement as held

    short = sorted(points[:held.OF_EACH], key=lambda point: sum(map(len, point.values())))
    return short[len(short) // 2]


def fold(tryout: Tryout, typeset: Callable[[str], Markup]) -> Markup:
    """The fold on the page of an equation.

    typeset  the slot of a formula in running text
    """
    rows = [(typeset(field.tex), field) for field in tryout.fields]
    return render("tryout", fields=rows, sides=tryout.sides, file=SIDES,
                  equal=tryout.equal)


LIST = r"\([^()]*\)"
NUMBERS = re.compile(rf"-?[\d.e/, -]+|{LIST}|\({LIST}(?:, {LIST})*\)")


def address(tryout: Tryout | None, point: str) -> str:
    """The page of an equation with its letters set to a point, as the point is written in words;
    "" where a letter is no list of numbers, or is not told by its name."""
    if tryout is None or len({field.says for field in tryout.fields}) < len(tryout.fields):
        return ""
    names = {field.says: field.name for field in tryout.fields}
    mark = rf"(?:^|, )({'|'.join(map(re.escape, names))}) = "
    _, *parts = re.split(mark, point)
    values = dict(zip(parts[::2], parts[1::2], strict=True))
    if values.keys() != names.keys() or not all(map(NUMBERS.fullmatch, values.values())):
        return ""
    state = "&".join(f"{names[says]}={_in_address(value)}" for says, value in values.items())
    return f"./?{state}#try"


def _in_address(value: str) -> str:
    """Numbers as a reader writes them, between rows a semicolon, and no space."""
    return value.replace("), (", ";").translate(str.maketrans("", "", "() "))
