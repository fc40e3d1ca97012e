r"""LaTeX -> what is written in rows: matrices and cases; and the indicator."""

from __future__ import annotations

from dataclasses import replace

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.parser.ellipsis import ROW_INDEX, run_between
from execmath.language.parser.lists import bracket
from execmath.language.parser.pratt import Attempt, Parser, Rule
from execmath.language.tokens import Kind
from execmath.language.vocabulary import CLOSING

ROW, CELL = r"\\", "&"
CASE_WORDS = frozenset({"if", "for", "when", "where"})
OTHERWISE = frozenset({"otherwise", "else"})


# ---------------------------------------------------------------------------------- matrices


def matrix(p: Parser) -> s.Node:
    start = p.stream.place
    with p.stream.with_bars(0):
        p.stream.skip()
        rows = matrix_rows(p)
    close_environment(p, start)
    return matrix_of(p, rows, start)


def matrix_in_brackets(p: Parser) -> s.Node:
    r"""\begin{matrix} and \begin{array}{cc}, which have the brackets that stand around them."""
    stream, start = p.stream, p.stream.place
    before = stream.tokens[start - 1].text if start else ""
    if stream.at(r"\begin{array}"):
        skip_columns(p)
    node = matrix(p)
    if (before, stream.token.text) not in BRACKETS:
        stream.fail(codes.MATRIX, "a matrix without brackets around it", stream.since(start))
    return node


def skip_columns(p: Parser) -> None:
    """The {rcl} of an array, which says how its columns are set; the environment stays."""
    stream, begin = p.stream, p.stream.place
    end = stream.end_of_group(begin + 1)
    columns = [token.text for token in stream.tokens[begin + 2 : end - 1]]
    if stream.tokens[begin + 1].text != "{" or set("".join(columns)) - set("lcr"):
        stream.fail(codes.MATRIX, r"expected the columns of the array, as in {cc}; lines between "
                    "them are not in the grammar", stream.tokens[begin + 1].span)
    stream.exchange(begin + 1, end - begin - 1)


def determinant(p: Parser) -> s.Node:
    start = p.stream.place
    return s.Apply("det", matrix(p), span=p.stream.since(start))


def cases_in_array(p: Parser) -> s.Node:
    r"""\left\{ \begin{array}{ll} … \end{array} \right., as \begin{cases} sets it."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    if stream.at(r"\begin{array}"):
        skip_columns(p)
    node = cases(p)
    stream.expect(r"\right.", "behind the cases")
    return replace(node, span=stream.since(start))


def close_environment(p: Parser, start: int) -> None:
    environment = p.stream.tokens[start].text[len(r"\begin{") : -1]
    p.stream.expect(rf"\end{{{environment}}}", f"to close the {environment}")


DOTS = (r"\vdots", r"\ddots", r"\ldots")
BRACKETS = {("(", ")"), ("[", "]"), ("|", "|")}
ROWS_IN_BRACES = (r"\begin{array}", r"\begin{matrix}", r"\begin{aligned}")


def at_last_row(p: Parser) -> bool:
    return p.stream.token.text.startswith(r"\end")


def matrix_rows(p: Parser) -> list[s.Node]:
    """The rows; one of dots stands for those between its neighbors."""
    if (diagonal := dotted_diagonal(p)) is not None:
        return [diagonal]
    rows: list[s.Node] = []
    dots: s.Span | None = None
    while not at_last_row(p):
        start = p.stream.place
        if dots is None and rows and (dots := row_of_dots(p)) is not None:
            continue
        row = s.Vector(tuple(row_cells(p)), span=p.stream.since(start))
        rows = [*rows, row] if dots is None else run_between(rows, row, dots, ROW_INDEX)
        dots = None
        if not p.stream.take(ROW):
            break
    if dots is not None:
        p.stream.fail(codes.ELLIPSIS, "an ellipsis needs a last row", dots)
    return rows


def row_of_dots(p: Parser) -> s.Span | None:
    """Reads a row in which nothing but dots stands."""
    stream, start = p.stream, p.stream.place
    while stream.take(CELL, *DOTS):
        pass
    if stream.place == start or not stream.take(ROW):
        stream.place = start
        return None
    return stream.since(start)


def dotted_diagonal(p: Parser) -> s.Node | None:
    """a_1 … 0, dots, 0 … a_n: the matrix with zeros beside its diagonal."""
    stream, start = p.stream, p.stream.place
    end = next((place for place in range(start, len(stream.tokens))
                if stream.tokens[place].text == ROW), start)
    if [token.text for token in stream.tokens[end - 4 : end]] != [CELL, r"\ldots", CELL, "0"]:
        return None
    first = p.expression()
    stream.skip(4)
    stream.expect(ROW, "behind the first row")
    dots = row_of_dots(p)
    if dots is None or stream.texts(4) != ["0", CELL, r"\ldots", CELL]:
        stream.place = start
        return None
    stream.skip(4)
    entries = s.Vector(tuple(run_between([first], p.expression(), dots)), span=stream.since(start))
    stream.take(ROW)
    return s.Apply("diag", entries, span=stream.since(start))


def row_cells(p: Parser) -> list[s.Node]:
    cells = [p.expression()]
    while p.stream.take(CELL):
        dots = p.stream.take(r"\ldots")
        if dots is None:
            cells.append(p.expression())
        else:
            p.stream.expect(CELL, "behind the ellipsis")
            cells = run_between(cells, p.expression(), dots.span)
    return cells


def matrix_of(p: Parser, rows: list[s.Node], start: int) -> s.Node:
    """A matrix of its rows, of blocks, or the diagonal one."""
    span = p.stream.since(start)
    if not rows:
        p.stream.fail(codes.MATRIX, "an empty matrix", span)
    if isinstance(rows[0], s.Apply):
        return replace(rows[0], span=span)
    columns = columns_of(rows)
    if len(columns) > 1:
        p.stream.fail(codes.MATRIX, "rows of different lengths", span)
    if columns and any(may_be_array(p, cell) for cell in cells_of(rows)):
        return s.Blocks(tuple(row for row in rows if isinstance(row, s.Vector)), span=span)
    return matrix_of_numbers(rows, columns, span)


def matrix_of_numbers(rows: list[s.Node], columns: set[int], span: s.Span) -> s.Node:
    """A single column is a vector, a single row a transposed one; a single number, or a row that
    stands for several, is neither."""
    is_single_row = len(rows) == 1 and isinstance(rows[0], s.Vector)
    if columns == {1} and not is_single_row:
        return s.Vector(tuple(map(only_entry, rows)), span=span)
    if columns != {1} and is_single_row:
        return s.Transpose(rows[0], span=span)
    return s.Matrix(tuple(row for row in rows if isinstance(row, s.Vector | s.Run)), span=span)


def cells_of(rows: list[s.Node]) -> list[s.Node]:
    """All entries; nothing, where an ellipsis of rows stands among them."""
    if any(isinstance(row, s.Run) for row in rows):
        return []
    return [cell for row in rows for cell in s.children(row)]


NUMBERS = (s.Number, s.Index, s.Logarithm, s.Integral, s.Indicator, s.Probability, s.Derivative,
           s.Cardinality, s.Binomial)
ARRAYS = (s.Identity, s.Matrix, s.Blocks, s.Vector, s.Gradient, s.Hessian, s.Jacobian)


def may_be_array(p: Parser, node: s.Node) -> bool:
    """Does a vector or a matrix stand in it, as far as declarations and definitions tell?"""
    if isinstance(node, NUMBERS):
        return False
    if isinstance(node, ARRAYS):
        return True
    if isinstance(node, s.Apply):
        return node.name == "diag"
    if not isinstance(node, s.Letter | s.Call):
        return any(may_be_array(p, part) for part in s.children(node))
    letter = node.function if isinstance(node, s.Call) else node
    meaning = p.scope[letter.name]
    if meaning is None:
        return False
    if meaning.definition is not None:
        return may_be_array(p, meaning.definition.body)
    domain = meaning.domain
    if isinstance(domain, s.Functions | s.SmoothFunctions):
        domain = domain.codomain
    return isinstance(domain, s.SetPower | s.MatrixSpace | s.Simplex | s.OneHot | s.SetProduct)


def only_entry(row: s.Node) -> s.Node:
    if isinstance(row, s.Run):
        return replace(row, body=only_entry(row.body), written=tuple(map(only_entry, row.written)))
    assert isinstance(row, s.Vector)
    return row.items[0]


def columns_of(rows: list[s.Node]) -> set[int]:
    """How many entries the rows have; nothing, where an ellipsis leaves it open."""
    plain = [row.body if isinstance(row, s.Run) else row for row in rows]
    vectors = [row for row in plain if isinstance(row, s.Vector)]
    elliptic = any(isinstance(cell, s.Run) for row in vectors for cell in row.items)
    return set() if elliptic else {len(row.items) for row in vectors}


# ------------------------------------------------------------------------------------- cases


def cases(p: Parser) -> s.Node:
    stream, start = p.stream, p.stream.place
    listed: list[s.Case] = []
    with stream.with_bars(0):
        stream.skip()
        while not at_last_row(p):
            if listed and not listed[-1].conditions:
                stream.fail(codes.CASES, "a case behind the one for all others")
            listed.append(case(p))
            if not stream.take(ROW):
                break
        if not listed:
            stream.fail(codes.CASES, "no case")
    close_environment(p, start)
    return s.Cases(tuple(listed), span=stream.since(start))


def case(p: Parser) -> s.Case:
    start = p.stream.place
    value = p.expression()
    p.stream.take(",", ";")
    p.stream.expect(CELL, "between a case and its condition")
    return s.Case(value, case_conditions(p), span=p.stream.since(start))


def case_conditions(p: Parser) -> tuple[s.Condition | s.Belonging, ...]:
    stream = p.stream
    if stream.token.kind == Kind.TEXT:
        word = stream.token.text.strip(" ,")
        if word not in CASE_WORDS | OTHERWISE:
            stream.fail(codes.CASES,
                        f"{stream.token.text!r} is not a condition that can be executed")
        stream.skip()
        if word in OTHERWISE:
            stream.take(",", ".", ";")
            return ()
    conditions = p.condition_chain()
    while another_condition(p):
        conditions += p.condition_chain()
    stream.take(".", ";")
    return conditions


def another_condition(p: Parser) -> bool:
    """Is this condition followed by another? A comma may also stand at the end of a row."""
    stream = p.stream
    if stream.token.kind == Kind.TEXT and stream.token.text.strip() == "and":
        stream.skip()
        return True
    return stream.take(",") is not None and not (stream.at(ROW) or at_last_row(p))


# --------------------------------------------------------------------------------- indicators


def indicator(p: Parser) -> s.Node:
    r"""\mathbf{1}[x = y], \mathbb{1}\{x = y\} or \mathbb{1}_{x = y}."""
    stream, start = p.stream, p.stream.place
    stream.skip()
    opening = stream.take("(", "[", r"\{")
    below = opening is None and stream.take("_") is not None
    if not (opening or below):
        stream.fail(codes.INDICATOR,
                    f"{stream.tokens[start].text} is the indicator of a relation in brackets; the "
                    r"vector of ones is defined by \mathbf{1} := (1, \ldots, 1) \in \mathbb{R}^k",
                    stream.since(start))
    if below:
        stream.expect("{", "with the relation")
        opening = stream.take(r"\{")
    with stream.with_bars(0):
        conditions = p.condition_chain()
        while stream.take(","):
            conditions += p.condition_chain()
    if opening is not None:
        stream.expect(CLOSING[opening.text], "to close the indicator")
    if below:
        stream.expect("}", "to close the indicator")
    return s.Indicator(conditions, span=stream.since(start))


def in_braces(p: Parser) -> s.Node:
    """Cases, or an expression in braces where they stand around other brackets."""
    stream, start = p.stream, p.stream.place
    if stream.ahead().text in ROWS_IN_BRACES:
        return cases_in_array(p)
    inside = stream.tokens[start + 1 : stream.end_of_bracket(start) - 1]
    if any(token.text == "," for token in inside):
        stream.fail(codes.WRONG_KIND, "a set in the place of a number; a list of numbers is a "
                    r"vector in round brackets, (x_1, \ldots, x_n)", stream.since(start))
    if not any(token.text in ("(", "[") for token in inside):
        stream.two_readings(start, "brackets, which are round or square where none are inside",
                            "the fractional part, or the set with this member")
    return bracket(p)


PRIMARIES: dict[str, Rule] = {
    r"\begin{pmatrix}": matrix, r"\begin{bmatrix}": matrix, r"\begin{cases}": cases,
    r"\begin{vmatrix}": determinant, r"\{": in_braces,
    **dict.fromkeys((r"\begin{matrix}", r"\begin{smallmatrix}", r"\begin{array}"),
                    matrix_in_brackets),
}
NAMES: dict[str, Attempt] = {r"\mathbb{1}": indicator, r"\mathbf{1}": indicator}
