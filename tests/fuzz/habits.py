r"""How an author writes a term: `\tfrac` or `\frac`, `\left(` or `(`, `\ln` or `\log`, and so on.

Every author here is a careful one: brackets stand where a reader could doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from terms import (
    COUNT,
    NATURAL,
    POSITIVE,
    POSITIVE_VECTOR,
    REAL,
    VECTOR,
    Letter,
    Term,
    letters,
)

SUM, FOLD, PRODUCT, ATOM = range(4)  # how tightly a term holds together
LATIN = "a b c p q r s t u v w x y z".split()
GREEK = r"\alpha \beta \gamma \delta \theta \lambda \mu \rho \sigma \tau \phi \omega \eta".split()
COUNTS = ["n", "m", "k", "N", "K"]
INDICES = ["j", "i", "l", "h"]
VECTORS = ["u", "v", "w", "x", "y", r"\eta", r"\theta", r"\mathbf{a}", r"\boldsymbol{\beta}"]
FUNCTIONS = {"log": (r"\log", r"\ln"), "exp": (r"\exp",), "sin": (r"\sin",), "cos": (r"\cos",),
             "tan": (r"\tan",), "arctan": (r"\arctan",), "sinh": (r"\sinh",), "cosh": (r"\cosh",),
             "tanh": (r"\tanh",), "gamma": (r"\Gamma",)}


@dataclass
class Author:
    """Habits, drawn once; each formula of an author is written with the same ones."""

    rng: Random

    def __post_init__(self) -> None:
        choose = self.rng.choice
        self.fraction = choose([r"\frac", r"\frac", r"\tfrac", r"\dfrac"])
        self.times = choose([r" \cdot ", r" \times ", r" \, ", " ", " "])
        self.brackets = choose([("(", ")"), (r"\left(", r"\right)"), (r"\bigl(", r"\bigr)"),
                                ("[", "]")])
        self.log = choose(FUNCTIONS["log"])
        self.exp = choose(["e^{%s}", r"\exp(%s)", r"\mathrm{e}^{%s}", r"\exp\left(%s\right)"])
        self.bars = choose([(r"\left|", r"\right|"), (r"\lvert ", r" \rvert")])
        self.slashes = choose([True, False, False])
        self.braces_all = choose([True, False])
        self.bare_functions = choose([True, False])
        self.set_bounds = choose([True, False, False])
        self.wide = choose([r" \qquad ", r" \quad \text{for all } ", r" \qquad "])
        self.separator = choose([", ", r",\; ", r", \quad ", r",\, "])
        self.relations = choose([{}, {r"\le": r"\leq", r"\ge": r"\geq", r"\ne": r"\neq"}])
        self.roots = choose([True, True, False])
        self.positive = choose([r"\mathbb{R}_{>0}", r"(0, \infty)", r"\mathbb{R}_{> 0}"])
        self.natural = choose([r"\mathbb{N}_0", r"\{0, 1, \ldots\}", r"\{0, 1, 2, \dots\}"])
        self.aligned = choose([True, False, False])
        self.full_stop = choose(["", "", "."])
        self.d = choose([r"\mathrm{d}", r"\mathrm{d}", "d"])

    # ------------------------------------------------------------------------------ statements

    def claim(self, sides: Sequence[Term], relation: str, conditions: Sequence[str] = ()) -> str:
        """A chain of sides, all in one relation, with the domains of their letters behind it."""
        sign = self.relations.get(relation, relation)
        written = [self.write(side) for side in sides]
        if self.aligned:
            first, *rest = written
            body = "\\begin{aligned}\n" + first + " " + " \\\\\n".join(
                f"&{sign} {side}" for side in rest) + "\n\\end{aligned}"
        else:
            body = f" {sign} ".join(written)
        behind = [*self._memberships(letters(*sides)), *conditions]
        return body + (self.wide + self.separator.join(behind) if behind else "") + self.full_stop

    def _memberships(self, free: Sequence[Letter]) -> list[str]:
        names = [letter.name for letter in free]
        sizes = [letter.size for letter in free if letter.size and letter.size not in names]
        every = [Letter(name, COUNT) for name in dict.fromkeys(sizes)] + list(free)
        every.sort(key=lambda letter: bool(letter.size))
        return [rf"{letter.name} \in {self._domain(letter)}" for letter in every]

    def _domain(self, letter: Letter) -> str:
        return {REAL: r"\mathbb{R}", POSITIVE: self.positive, NATURAL: self.natural,
                COUNT: r"\{1, 2, \ldots\}", VECTOR: rf"\mathbb{{R}}^{letter.size}",
                POSITIVE_VECTOR: rf"\mathbb{{R}}_{{>0}}^{letter.size}"}[letter.sort]

    # ----------------------------------------------------------------------------------- terms

    def write(self, term: Term) -> str:
        return self._written(term)[0]

    def _at_least(self, term: Term, level: int) -> str:
        text, holds = self._written(term)
        return text if holds >= level else self.bracketed(text)

    def bracketed(self, text: str) -> str:
        opening, closing = self.brackets
        if r"\frac" in text or r"\begin" in text or r"\sum" in text:
            opening, closing = r"\left" + opening[-1], r"\right" + closing[-1]
        return f"{opening}{text}{closing}"

    def _written(self, term: Term) -> tuple[str, int]:
        return getattr(self, "_" + term.operation.replace(" ", "_"))(term)

    def _number(self, term: Term) -> tuple[str, int]:
        return str(term.data), ATOM

    def _letter(self, term: Term) -> tuple[str, int]:
        return term.data.name, ATOM

    def _pi(self, term: Term) -> tuple[str, int]:
        return r"\pi", ATOM

    def _total(self, term: Term) -> tuple[str, int]:
        text = ""
        for part in term.parts:
            minus = part.operation == "negative"
            one = self._at_least(part.parts[0] if minus else part, FOLD)
            text += (" - " if minus else " + ") + one if text else ("-" if minus else "") + one
        return text, SUM

    def _negative(self, term: Term) -> tuple[str, int]:
        return "-" + self._at_least(term.parts[0], FOLD), SUM

    def _product(self, term: Term) -> tuple[str, int]:
        *front, last = term.parts
        written = [self._at_least(part, PRODUCT) for part in front]
        written.append(self._at_least(last, FOLD))
        return self._joined(written, term.parts), PRODUCT if self._holds(last) else FOLD

    def _holds(self, term: Term) -> bool:
        return self._written(term)[1] != FOLD

    def _joined(self, written: list[str], parts: Sequence[Term]) -> str:
        text = written[0]
        for before, after, part in zip(written[:-1], written[1:], parts[1:], strict=True):
            sign = self.times
            unclear = after[0].isdigit() or part.operation == "quotient" or after[0] in "([|" \
                or before[-1].isdigit() or after.startswith((r"\left", r"\big", r"\lvert")) \
                or (before.startswith("\\") and not before.endswith(("}", ")")))
            # Numbers side by side, a number before a fraction, a letter before a bracket.
            if sign.strip() in ("", r"\,") and unclear:
                sign = r" \cdot "
            text += sign + after
        return text

    def _quotient(self, term: Term) -> tuple[str, int]:
        upper, lower = term.parts
        plain = upper.operation in ("number", "letter") and lower.operation in ("number", "letter")
        if self.slashes and plain:
            return self.bracketed(f"{self.write(upper)} / {self.write(lower)}"), ATOM
        return f"{self.fraction}{{{self.write(upper)}}}{{{self.write(lower)}}}", PRODUCT

    def _power(self, term: Term) -> tuple[str, int]:
        base, exponent = term.parts
        if self.roots and exponent == Term("quotient", (Term("number", (), 1),
                                                        Term("number", (), 2))):
            return rf"\sqrt{{{self.write(base)}}}", ATOM
        text, above = self._at_least(base, ATOM), self.write(exponent)
        if (base.operation not in ("number", "letter", "component") and text[0] not in "(["\
                and not text.startswith((r"\left", r"\big"))) or text.endswith(("'", "^*")):
            text = self.bracketed(text)
        braces = self.braces_all or len(above) > 1
        return f"{text}^{{{above}}}" if braces else f"{text}^{above}", PRODUCT

    def _function(self, term: Term) -> tuple[str, int]:
        argument, name = term.parts[0], term.data
        inside = self.write(argument)
        if name == "sqrt":
            return rf"\sqrt{{{inside}}}", ATOM
        if name == "abs":
            return self.bars[0] + inside + self.bars[1], ATOM
        if name == "exp":
            return self.exp % inside, PRODUCT
        command = self.log if name == "log" else FUNCTIONS[name][0]
        if self.bare_functions and name != "gamma" and argument.operation == "letter":
            return f"{command} {inside}", FOLD
        opening, closing = ("(", ")") if len(inside) < 3 else (r"\left(", r"\right)")
        return f"{command}{opening}{inside}{closing}", PRODUCT

    def _extreme(self, term: Term) -> tuple[str, int]:
        items = ", ".join(map(self.write, term.parts))
        return rf"\{term.data}\{{{items}\}}" if self.braces_all else \
            rf"\{term.data}({items})", PRODUCT

    def _fold(self, term: Term) -> tuple[str, int]:
        (name, index), (first, last, body) = term.data, term.parts
        below, above = self.write(first), self.write(last)
        if self.set_bounds and first.operation == "number":
            bounds = rf"_{{{index.name} \in \{{{below}, \ldots, {above}\}}}}"
        elif len(above) == 1 and not self.braces_all:
            bounds = f"_{{{index.name}={below}}}^{above}"
        else:
            bounds = f"_{{{index.name} = {below}}}^{{{above}}}"
        inside, holds = self._written(body)
        if holds < PRODUCT or (name == "prod" and body.operation == "product"):
            inside = self.bracketed(inside)
        return rf"\{name}{bounds} {inside}", FOLD

    def _binomial(self, term: Term) -> tuple[str, int]:
        return r"\binom{{{}}}{{{}}}".format(*map(self.write, term.parts)), PRODUCT

    def _factorial(self, term: Term) -> tuple[str, int]:
        inside, simple = self.write(term.parts[0]), term.parts[0].operation in ("number", "letter")
        return f"{inside}!" if simple else f"({inside})!", PRODUCT

    def _case(self, term: Term) -> tuple[str, int]:
        left, right, then, otherwise = map(self.write, term.parts)
        if otherwise[0] in "[*":  # which TeX takes for an option of the line break
            otherwise = rf"\left({otherwise}\right)"
        sign = self.relations.get(term.data, term.data)
        return (rf"\begin{{cases}} {then} & \text{{if }} {left} {sign} {right} \\ {otherwise} & "
                r"\text{otherwise} \end{cases}"), FOLD

    def _indicator(self, term: Term) -> tuple[str, int]:
        left, right = map(self.write, term.parts)
        sign = self.relations.get(term.data, term.data)
        inside = f"{left} {sign} {right}"
        return (rf"\mathbf{{1}}[{inside}]" if self.set_bounds
                else rf"\mathbf{{1}}_{{{inside}}}"), PRODUCT

    def _component(self, term: Term) -> tuple[str, int]:
        index = self.write(term.parts[0])
        below = index if len(index) == 1 and not self.braces_all else f"{{{index}}}"
        return f"{term.data.name}_{below}", ATOM

    def _inner(self, term: Term) -> tuple[str, int]:
        left, right = (letter.name for letter in term.data)
        if self.set_bounds:
            return rf"\langle {left}, {right} \rangle", ATOM
        return rf"{left}^\top {right}", FOLD

    def _derivative(self, term: Term) -> tuple[str, int]:
        by, d = term.data.name, r"\partial" if len(letters(term)) > 1 else self.d
        body = self.bracketed(self.write(term.parts[0]))
        gap = " " if d == r"\partial" or (by.startswith("\\") and d == "d") else ""
        return rf"\frac{{{d}}}{{{d}{gap}{by}}} {body}", FOLD

    def _integral(self, bounds: str, body: str) -> tuple[str, int]:
        return rf"\int{bounds} {body} \, {self.d}h", FOLD

    def _gauss(self, term: Term) -> tuple[str, int]:
        a, b = (self._at_least(part, ATOM) for part in term.parts)
        return self._integral(r"_{-\infty}^{\infty}", rf"e^{{-{a} \cdot h^2 + {b} \cdot h}}")

    def _gamma_integral(self, term: Term) -> tuple[str, int]:
        n, b = self.write(term.parts[0]), self._at_least(term.parts[1], ATOM)
        return self._integral(r"_0^\infty", rf"h^{{{n}}} \cdot e^{{-{b} \cdot h}}")

    def _power_integral(self, term: Term) -> tuple[str, int]:
        a, b, n = map(self.write, term.parts)
        return self._integral(f"_{{{a}}}^{{{b}}}", f"h^{{{n}}}")

    def _exponential_series(self, term: Term) -> tuple[str, int]:
        x = self._at_least(term.parts[0], ATOM)
        return rf"\sum_{{h=0}}^\infty {self.fraction}{{{x}^h}}{{h!}}", FOLD

    def _geometric_series(self, term: Term) -> tuple[str, int]:
        c, m = self.write(term.parts[0]), self.write(term.parts[1])
        base = self.bracketed(f"{self.fraction}{{1}}{{{c}}}")
        return rf"\sum_{{h={m}}}^{{\infty}} {base}^h", FOLD
