r"""The set of an index that nobody declared: in \sum_i x_i p_i, the indices that x and p have.

Only where all that the index stands in agree: what has two sets is refused with both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from execmath.language import ast as s
from execmath.language import codes
from execmath.language.binders import BINDERS
from execmath.language.parser.pratt import Parser
from execmath.language.parser.random_letters import outcomes_of

ONE = s.Number("1")


def index_set(p: Parser, name: str, body: s.Node, start: int) -> s.Node:
    """What an index runs through, as the body says that it stands in."""
    sets = list(dict.fromkeys(_sets(p, name, body)))
    if not sets:
        refuse_unknown(p, name, start)
    if len(sets) > 1:
        p.stream.fail(codes.TWO_READINGS, f"two readings: {name} stands in things that have "
                      rf"different sets of indices; write {name} \in and the set below",
                      p.stream.since(start))
    return s.unplaced(sets[0])


def refuse_unknown(p: Parser, name: str, start: int) -> NoReturn:
    p.stream.fail(codes.INDEX_SET,
                  rf"what does {name} run through? Write {name} = 1 below and the last above, "
                  rf"or {name} \in and the set below", p.stream.since(start))


def _sets(p: Parser, name: str, node: s.Node) -> Iterator[s.Node]:
    if isinstance(node, BINDERS) and node.letter.name == name:
        return  # another letter of the same name
    yield from filter(None, _sets_at(p, s.Letter(name), node))
    for part in s.children(node):
        yield from _sets(p, name, part)


def _sets_at(p: Parser, letter: s.Letter, node: s.Node) -> Iterator[s.Node | None]:
    """Where the letter is the index of the node itself, or one of its arguments."""
    if isinstance(node, s.Index) and node.index == letter:
        yield indices_of(p, node.base)
    if isinstance(node, s.Call):
        for place, given in enumerate(node.arguments):
            if given == letter:
                yield outcomes_of(p, node.function, place)


def indices_of(p: Parser, base: s.Node) -> s.Node | None:
    """The indices that a vector has, or the rows of a matrix, or a row of one."""
    if isinstance(base, s.Index):
        domain = declared(p, base.base)
        return counted(domain.columns) if isinstance(domain, s.MatrixSpace) else None
    domain = declared(p, base)
    match domain:
        case s.SetPower():
            return counted(domain.exponent)
        case s.MatrixSpace():
            return counted(domain.rows)
        case s.OneHot():
            return counted(domain.size)
        case s.SetProduct():
            return counted(s.Number(str(len(domain.factors))))
        case s.Simplex():
            return counted(one_more(domain.dimension))
        case s.Vector():
            return counted_items(domain)
    return None


def declared(p: Parser, base: s.Node) -> s.Node | None:
    """The set that a letter is in, or the list of components that it was defined as."""
    meaning = p.scope[base.name] if isinstance(base, s.Letter) else None
    if meaning is None:
        return None
    definition = meaning.definition
    if meaning.domain is not None or definition is None or definition.parameters:
        return meaning.domain
    return definition.codomain or definition.body


def counted_items(vector: s.Vector) -> s.Node | None:
    """Of a list that is written out, or that one ellipsis counts from 1."""
    runs = [item for item in vector.items if isinstance(item, s.Run)]
    if not runs:
        return counted(s.Number(str(len(vector.items))))
    run = runs[0]
    is_plain = len(vector.items) == 1 and run.first == ONE and run.last is not None
    return counted(run.last) if is_plain and run.last is not None else None


def counted(last: s.Node) -> s.Node:
    return s.IntegerRange(ONE, last)


def one_more(size: s.Node) -> s.Node:
    """k - 1 and 1 is k: a simplex has a component more than its dimension."""
    if isinstance(size, s.Binary) and size.op == "-" and size.right == ONE:
        return size.left
    if isinstance(size, s.Number) and size.digits.isdigit():
        return s.Number(str(int(size.digits) + 1))
    return s.Binary("+", size, ONE)
