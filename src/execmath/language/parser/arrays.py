r"""LaTeX -> what is written in rows: matrices and cases; and the indicator."""

from __future__ import annotations

from execmath.language import ast as s
from execmath.language.parser.ellipsis import run_between
from execmath.language.parser.token_stream import Reader
from execmath.language.vocabulary import CLOSING

ROW, CELL = r"\\", "&"
CASE_WORDS = frozenset({"if", "for", "when", "where"})
OTHERWISE = frozenset({"otherwise", "else"})


class Arrays(Reader):
    def array(self) -> s.Node:
        start = self.place
        environment = self.token.text[len(r"\begin{") : -1]
        self.place += 1
        bars, self.bars = self.bars, 0
        cases, rows = [], []
        if environment == "cases":
            cases = self.cases()
        else:
            rows = self.rows()
        self.bars = bars
        self.expect(rf"\end{{{environment}}}", f"to close the {environment}")
        if cases:
            return s.Cases(tuple(cases), span=self.since(start))
        return self.matrix(rows, start)

    # ---------------------------------------------------------------------------- matrices

    def rows(self) -> list[s.Vector]:
        found = []
        while not self.token.text.startswith(r"\end"):
            start = self.place
            cells = [self.expression()]
            while self.take(CELL):
                dots = self.take(r"\ldots")
                if dots is None:
                    cells.append(self.expression())
                else:
                    self.expect(CELL, "behind the ellipsis")
                    cells = run_between(cells, self.expression(), dots.span)
            found.append(s.Vector(tuple(cells), span=self.since(start)))
            if not self.take(ROW):
                break
        return found

    def matrix(self, rows: list[s.Vector], start: int) -> s.Node:
        """A single column is a vector, a single row a transposed one."""
        span = self.since(start)
        if not rows:
            self.fail("an empty matrix", span)
        elliptic = any(isinstance(cell, s.Run) for row in rows for cell in row.items)
        if not elliptic and len({len(row.items) for row in rows}) > 1:
            self.fail("rows of different lengths", span)
        if not elliptic and len(rows[0].items) == 1 and len(rows) > 1:
            return s.Vector(tuple(row.items[0] for row in rows), span=span)
        if len(rows) == 1 and (elliptic or len(rows[0].items) > 1):
            return s.Transpose(rows[0], span=span)
        return s.Matrix(tuple(rows), span=span)

    # ------------------------------------------------------------------------------- cases

    def cases(self) -> list[s.Case]:
        found: list[s.Case] = []
        while not self.token.text.startswith(r"\end"):
            start = self.place
            if found and not found[-1].conditions:
                self.fail("a case behind the one for all others")
            value = self.expression()
            self.take(",")
            self.expect(CELL, "between a case and its condition")
            found.append(s.Case(value, self.case_conditions(), span=self.since(start)))
            if not self.take(ROW):
                break
        if not found:
            self.fail("no case")
        return found

    def case_conditions(self) -> tuple[s.Condition, ...]:
        if self.token.kind == "text":
            word = self.token.text.strip(" ,")
            if word not in CASE_WORDS | OTHERWISE:
                self.fail(f"{self.token.text!r} is not a condition that can be executed")
            self.place += 1
            if word in OTHERWISE:
                self.take(",", ".")
                return ()
        found = self.condition_chain()
        while self.take(",") or (self.token.kind == "text" and self.token.text.strip() == "and"):
            if self.token.kind == "text":
                self.place += 1
            elif self.at(ROW) or self.token.text.startswith(r"\end"):
                break
            found += self.condition_chain()
        self.take(".")
        return found

    def indicator(self) -> s.Node:
        r"""\mathbf{1}[x = y], \mathbb{1}\{x = y\} or \mathbb{1}_{x = y}."""
        start = self.place
        self.place += 1
        opening = self.take("(", "[", r"\{")
        below = opening is None and self.take("_") is not None
        if not (opening or below):
            self.fail(f"{self.tokens[start].text} is the indicator of a relation in brackets; the "
                      r"vector of ones is defined by \mathbf{1} := (1, \ldots, 1) \in \mathbb{R}^k",
                      self.since(start))
        if below:
            self.expect("{", "with the relation")
            opening = self.take(r"\{")
        bars, self.bars = self.bars, 0
        found = self.condition_chain()
        while self.take(","):
            found += self.condition_chain()
        self.bars = bars
        if opening is not None:
            self.expect(CLOSING[opening.text], "to close the indicator")
        if below:
            self.expect("}", "to close the indicator")
        return s.Indicator(found, span=self.since(start))
