"""LaTeX -> the tree of a set that letters range over."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.parser.token_stream import Reader
from execmath.language.vocabulary import RELATIONS


class Sets(Reader):
    def set(self) -> s.Node:
        r"""A set, or a product of some, A \times B."""
        start = self.place
        factors = [self.powered_set()]
        while self.take(r"\times"):
            factors.append(self.powered_set())
        return factors[0] if len(factors) == 1 else s.SetProduct(tuple(factors),
                                                                 span=self.since(start))

    def at_set(self) -> bool:
        r"""Does a set start here? (0, 1) is not counted, as it may be a vector too."""
        name, behind = self.token.text, self.ahead().text
        meaning = self.scope[name]
        if meaning is not None:
            return meaning.kind == "set"
        return (name in (r"\{", r"\mathbb{R}", r"\mathbb{N}")
                or (name == r"\Delta" and behind == "^") or (name == "S" and behind == "_")
                or (name == "C" and self.at_smooth()))

    def powered_set(self) -> s.Node:
        r"""\mathbb{R}^d, \mathbb{R}_{>0}^d, \mathbb{R}^d_{>0}, \mathbb{R}^{m \times n}."""
        start = self.place
        base = self.simple_set()
        if isinstance(base, s.Simplex | s.OneHot) or not self.take("^"):
            return base
        sizes = self.dimensions()
        if base == s.Reals() and self.at("_"):
            base = s.Reals(self.half_line(), span=base.span)
        if len(sizes) == 1:
            return s.SetPower(base, sizes[0], span=self.since(start))
        if len(sizes) == 2:
            return s.MatrixSpace(base, sizes[0], sizes[1], span=self.since(start))
        self.fail("a matrix has rows and columns, and nothing more", self.since(start))

    def dimensions(self) -> list[s.Node]:
        if not self.take("{"):
            return [self.group("the dimension")]
        dimension, self.dimension = self.dimension, True
        found = [self.expression()]
        while self.take(r"\times"):
            found.append(self.expression())
        self.dimension = dimension
        self.expect("}", "to close the dimension")
        return found

    def simple_set(self) -> s.Node:
        token, start = self.token, self.place
        meaning = self.scope[token.text]
        if meaning is not None and meaning.kind == "set":
            self.place += 1
            return s.Letter(meaning.letter.name, meaning.letter.binding, span=token.span)
        if self.take(r"\mathbb{R}"):
            return s.Reals(self.half_line(), span=self.since(start))
        if self.take(r"\mathbb{N}"):
            return self.naturals(start)
        if self.take(r"\Delta"):
            self.expect("^", "with the dimension of the simplex")
            return s.Simplex(self.group("the dimension"), span=self.since(start))
        if self.take(r"\{"):
            return self.listed_set(start)
        if self.at("(", "["):
            return self.interval_or_group(start)
        if meaning is None and token.text == "S" and self.ahead().text == "_":
            self.place += 2
            return s.SymmetricGroup(self.group("the size"), span=self.since(start))
        if meaning is None and token.text == "C" and self.at_smooth():
            return self.smooth_functions(start)
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

    def naturals(self, start: int) -> s.Node:
        if not self.take("_"):
            self.two_readings(start, r"\mathbb{N}_0, from 0", r"\{1, 2, \ldots\}, from 1")
        braced = self.take("{")
        relation = self.take(">", r"\ge")
        first = self.take("0", "1")
        if first is None or (braced and not self.take("}")):
            self.fail(r"expected where the numbers start, as in \mathbb{N}_0")
        least = int(first.text) + (relation is not None and relation.text == ">")
        if relation is None and least:
            self.fail(r"the positive integers are written \mathbb{N}_{\ge 1} or \{1, 2, \ldots\}")
        return s.IntegerRange(s.Number(str(least)), None, span=self.since(start))

    # ------------------------------------------------------------------- intervals, functions

    def interval_or_group(self, start: int) -> s.Node:
        opening = self.take("(", "[")
        assert opening is not None
        if opening.text == "(" and (self.at_set() or self.at("(")):
            inner = self.set()
            self.expect(")", "to close the set")
            return inner
        lower = self.limit()
        self.expect(",", "between the ends of the interval")
        upper = self.limit()
        closing = self.take(")", "]")
        if closing is None:
            self.fail("expected the end of the interval")
        open_below, open_above = opening.text == "(", closing.text == ")"
        for end, is_open in ((lower, open_below), (upper, open_above)):
            if isinstance(end, s.Infinity) and not is_open:
                self.fail("infinity is not a member", end.span)
        return s.Interval(lower, upper, open_below, open_above, span=self.since(start))

    def at_smooth(self) -> bool:
        return [self.ahead(i).text for i in (1, 2, 3)] == ["^", r"\infty", "("]

    def smooth_functions(self, start: int) -> s.Node:
        r"""C^\infty(A, B)."""
        self.place += 4
        domain = self.set()
        self.expect(",", "between the domain and the codomain")
        codomain = self.set()
        self.expect(")", "to close the set of functions")
        return s.SmoothFunctions(domain, codomain, span=self.since(start))

    # ------------------------------------------------------------------------ listed members

    def listed_set(self, start: int) -> s.Node:
        r"""\{1, \ldots, k\}, \{2, 3, \ldots\}, \{0, 1\}, \{\mathbf{e}_1, \ldots, \mathbf{e}_k\}."""
        if self.at(r"\mathbf{e}"):
            return self.one_hot(start)
        listed = [self.expression()]
        while self.take(",") and not self.take(r"\ldots"):
            listed.append(self.expression())
        elliptic = self.tokens[self.place - 1].text == r"\ldots"
        last = self.expression() if elliptic and self.take(",") else None
        self.expect(r"\}", "to close the set")
        if not elliptic:
            return s.FiniteSet(tuple(listed), span=self.since(start))
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
