"""LaTeX -> what reaches over what stands behind it: log, sums, products, maxima."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.parser.token_stream import Reader
from execmath.language.vocabulary import CLOSING, FOLDS, FUNCTIONS, OPERATORS, RELATIONS

Bound = tuple[s.Letter, s.Node]  # an index and the set that it runs through


class Operators(Reader):
    def named_function(self) -> s.Node:
        r"""\log(x), \log x, and \log \sum_i x_i, which reaches as far as its sum."""
        start = self.place
        name = FUNCTIONS[self.token.text]
        self.place += 1
        if self.at("^", "_"):
            self.fail(f"a {self.token.text} right behind {self.tokens[start].text} is not in the "
                      "grammar; put it behind the bracket that holds the argument")
        if self.at("(", "["):
            argument = self.bracket()
            if self.at("^", "_"):
                self.two_readings(start, "the power of the function", "of its argument")
            return s.Apply(name, argument, span=self.since(start))
        if not self.starts_factor():
            self.fail(f"expected the argument of {self.tokens[start].text}")
        reaches = self.token.text in OPERATORS or self.at_derivative()
        argument = self.factor()
        if not reaches and (self.starts_factor() or self.at("/", r"\cdot", r"\times")):
            text = self.source(self.since(start))
            self.two_readings(start, f"({text}) times what follows", f"{text} with it inside")
        return s.Apply(name, argument, span=self.since(start))

    # ------------------------------------------------------------------------------- folds

    def fold(self) -> s.Node:
        start = self.place
        name = FOLDS[self.token.text]
        self.place += 1
        with self.local():
            bound, conditions = self.below()
            node = self.term()
        for letter, domain in reversed(bound):
            node = s.Fold(name, letter, domain, node, conditions, span=self.since(start))
            conditions = ()
        return node

    def below(self) -> tuple[list[Bound], tuple[s.Condition, ...]]:
        r"""_{j=1}^{k}, _{j=1, j \ne i}^{k}, _{i,j=1}^{k}, _{x \in X}, _{x,y \in X}, _{j \ne i}, _j.

        The letters are bound when their set has been read."""
        self.expect("_", "below the sum")
        if not self.take("{"):
            name = self.fresh_name()
            return [self.bind_index(name, self.declared_set(name))], ()
        stacked = self.take(r"\substack") is not None and bool(self.expect("{", "behind it"))
        start, first, domain = self.place, None, None
        names = self.listed_indices()
        if self.take("="):
            first = self.expression()
        elif self.take(r"\in"):
            domain = self.set()
        else:
            domain = self.declared_set(names[0])
            if self.at(*RELATIONS):
                self.place = start
        conditions = self.conditions_below(names, start, stacked)
        self.expect("}", "to close what stands below the sum")
        if stacked:
            self.expect("}", "to close what stands below the sum")
        domain = domain or self.range_from(first)
        return [self.bind_index(name, domain) for name in names], conditions

    def listed_indices(self) -> list[str]:
        names = [self.fresh_name()]
        while self.take(","):
            names.append(self.fresh_name())
        if len(names) > 1 and not self.at("=", r"\in"):
            self.fail(r"what do these indices run through? Write \in and the set behind them")
        return names

    def conditions_below(self, names: list[str], start: int,
                         stacked: bool) -> tuple[s.Condition, ...]:
        """Relations that the indices must meet, behind their set or in the place of it."""
        found: tuple[s.Condition, ...] = ()
        with self.local():
            for name in names:
                self.scope.bind(name)
            while self.place == start or self.take(",") or (stacked and self.take(r"\\")):
                found += self.condition_chain()
        return found

    def range_from(self, first: s.Node | None) -> s.IntegerRange:
        assert first is not None
        self.expect("^", "with the upper bound")
        if self.take(r"\infty") or self.take_braced(r"\infty"):
            return s.IntegerRange(first, None)
        return s.IntegerRange(first, self.group("the upper bound"))

    def bind_index(self, name: str, domain: s.Node) -> Bound:
        return self.scope.bind(name, "value", domain), domain

    def declared_set(self, name: str) -> s.Node:
        r"""The set that an index was declared in; in \sum_{j \ne i}, the set of i will do."""
        beside = self.ahead().text if self.at(*RELATIONS) else ""
        for candidate in (name, beside):
            meaning = self.scope[candidate]
            if meaning is not None and meaning.domain is not None and meaning.kind == "value":
                return meaning.domain
        self.fail(rf"what does {name} run through? Write {name} = 1 below and the last above, or "
                  rf"{name} \in and the set below")

    def extreme_of_list(self) -> s.Node:
        start = self.place
        name = FOLDS[self.token.text]
        if name in ("sum", "product"):
            self.fail(f"{self.token.text} without an index")
        self.place += 1
        opening = self.take("(", r"\{")
        assert opening is not None
        items, _ = self.items(stop=(CLOSING[opening.text],))
        self.expect(CLOSING[opening.text], "to close the list")
        listed = s.Vector(tuple(items), span=self.since(start))
        return s.Apply(name, listed, span=self.since(start))
