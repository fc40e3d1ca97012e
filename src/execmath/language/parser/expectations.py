r"""LaTeX -> means, variances and covariances under a density that is named."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.parser.token_stream import Reader
from execmath.language.vocabulary import SEPARATORS


class Expectations(Reader):
    def expectation(self) -> s.Node:
        r"""\mathbb{E}_{x \sim p(\cdot; \eta)}[body]."""
        start = self.place
        self.place += 1
        name, density, rest = self.law()
        with self.local():
            letter = self.bind_outcome(name, density)
            if not self.at("[", "("):
                self.fail("an expectation is of something in brackets")
            body = self.bracket()
        return s.Expectation(letter, density, rest, body, span=self.since(start))

    def covariance(self) -> s.Node:
        r"""\operatorname{Var}_{x \sim p}[a], \operatorname{Cov}_{x \sim p}[v] and
        \operatorname{Cov}_{x \sim p}[a, b]."""
        start = self.place
        name = self.token.text[len(r"\operatorname{") : -1]
        self.place += 1
        outcome, density, rest = self.law()
        with self.local():
            letter = self.bind_outcome(outcome, density)
            opening = self.take("[", "(")
            if opening is None:
                self.fail(f"{name} is of something in brackets")
            closing = "]" if opening.text == "[" else ")"
            items, elliptic = self.items(stop=(closing,))
            self.expect(closing, f"to close {name}")
        if elliptic or len(items) > (2 if name == "Cov" else 1):
            self.fail(f"{name} of {len(items)} things", self.since(start))
        right = items[1] if len(items) == 2 else None
        return s.Covariance(name, letter, density, rest, items[0], right, span=self.since(start))

    def law(self) -> tuple[str, s.Letter, tuple[s.Node, ...]]:
        r"""_{x \sim p(\cdot; \eta)}: the random letter, the density, its other arguments."""
        self.expect("_", r"that names the density, as in \mathbb{E}_{x \sim p}[x]")
        self.expect("{", r"as in \mathbb{E}_{x \sim p}[x]")
        name = self.fresh_name()
        self.expect(r"\sim", "behind the random letter")
        density = self.letter()
        if not isinstance(density, s.Letter):
            self.fail("an expectation is under a density, a function or a vector", density.span)
        rest: tuple[s.Node, ...] = ()
        if self.is_function(density) and self.take("("):
            self.expect(r"\cdot", "in the place of the random letter")
            if self.take(*SEPARATORS):
                rest = tuple(self.items(stop=(")",))[0])
            self.expect(")", "to close the arguments of the density")
        self.expect("}", "to close what stands below")
        return name, density, rest

    def bind_outcome(self, name: str, density: s.Letter) -> s.Letter:
        """The random letter, with the set that it is drawn from where that is known."""
        meaning = self.scope[density.name]
        domain = None
        if meaning is not None and meaning.definition and meaning.definition.parameters:
            domain = meaning.definition.parameters[0].domain
        elif meaning is not None and isinstance(meaning.domain, s.Functions):
            domain = meaning.domain.domain
        return self.scope.bind(name, "value", domain)
