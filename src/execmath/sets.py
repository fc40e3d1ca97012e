"""LaTeX -> the tree of a set that letters range over."""

from __future__ import annotations

from execmath import syntax as s
from execmath.reader import RELATIONS, Reader


class Sets(Reader):
    def set(self) -> s.Node:
        start = self.place
        base = self.simple_set()
        if isinstance(base, s.Reals | s.Letter) and self.take("^"):
            exponent = self.group("the dimension")
            return s.SetPower(base, exponent, span=self.since(start))
        return base

    def simple_set(self) -> s.Node:
        token, start = self.token, self.place
        meaning = self.scope[token.text]
        if meaning is not None and meaning.kind == "set":
            self.place += 1
            return s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)
        if self.take(r"\mathbb{R}"):
            return s.Reals(self.half_line(), span=self.since(start))
        if self.take(r"\Delta"):
            self.expect("^", "with the dimension of the simplex")
            return s.Simplex(self.group("the dimension"), span=self.since(start))
        if self.take(r"\{"):
            return self.listed_set(start)
        self.fail(f"expected a set, found {str(token)!r}")

    def half_line(self) -> str:
        if not self.take("_"):
            return ""
        start = self.token
        braced = self.take("{")
        relation = self.take(">", "<", r"\ge", r"\le")
        zero = self.take("0")
        if not (braced and relation and zero and self.take("}")):
            self.fail(r"expected a sign, as in \mathbb{R}_{>0}", start.span)
        return RELATIONS[relation.text]

    def listed_set(self, start: int) -> s.Node:
        r"""\{1, \ldots, k\}, \{2, 3, \ldots\} or \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}."""
        if self.at(r"\mathbf{e}"):
            return self.one_hot(start)
        listed = [self.expression()]
        while self.take(",") and not self.take(r"\ldots"):
            listed.append(self.expression())
        if self.tokens[self.place - 1].text != r"\ldots":
            self.fail(r"a set is written \{1, \ldots, k\} or \{2, 3, \ldots\}", self.since(start))
        last = self.expression() if self.take(",") else None
        self.expect(r"\}", "to close the set")
        self.check_consecutive(listed, start)
        return s.IntegerRange(listed[0], last, span=self.since(start))

    def check_consecutive(self, listed: list[s.Node], start: int) -> None:
        numerals = [item.digits for item in listed if isinstance(item, s.Number)]
        first = int(numerals[0]) if numerals and numerals[0].isdigit() else 0
        expected = [str(first + i) for i in range(len(listed))]
        if len(listed) > 1 and numerals != expected:
            self.fail("the listed members do not count up by one", self.since(start))

    def one_hot(self, start: int) -> s.Node:
        size: s.Node | None = None
        for wanted in ("1", r"\ldots", None):
            if wanted == r"\ldots":
                self.expect(r"\ldots", r"as in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}")
            else:
                self.expect(r"\mathbf{e}", r"as in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}")
                self.expect("_", r"as in \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}")
                size = self.group("the index")
                if wanted and size != s.Number(wanted):
                    self.fail(r"the one-hot vectors count from \mathbf{e}_1", size.span)
            if wanted:
                self.expect(",", "between the members")
        self.expect(r"\}", "to close the set")
        assert size is not None
        return s.OneHot(size, span=self.since(start))
