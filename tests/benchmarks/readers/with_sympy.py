"""Read the expressions of a corpus with SymPy, or with latex2sympy2_extended: JSON in, JSON out.

  with_sympy.py sympy|latex2sympy2_extended < EXPRESSIONS.json

Runs in an environment of its own and knows nothing of this project.
"""

from __future__ import annotations

import contextlib
import io
import json
import signal
import sys
from collections.abc import Callable
from importlib import metadata
from typing import Any

import sympy

SECONDS = 5  # for one expression


def reader(name: str) -> Callable[[str], Any]:
    if name == "sympy":
        from sympy.parsing.latex import parse_latex

        return lambda tex: parse_latex(tex, backend="antlr")
    from latex2sympy2_extended import latex2sympy

    return latex2sympy  # type: ignore[no-any-return]


def plain(name: str) -> str:
    """A name without what only TeX needs."""
    return "".join(sign for sign in name if sign not in "\\{} ")


def numbers(values: dict[str, Any]) -> dict[str, Any]:
    """The letters with their values, and the components of vectors as x_1, x_2."""
    known = {"e": sympy.E, "pi": sympy.pi}  # which SymPy takes for letters
    for name, value in values.items():
        if isinstance(value, list):
            for place, item in enumerate(value, 1):
                if not isinstance(item, list):
                    known[f"{plain(name)}_{place}"] = sympy.Rational(item)
        else:
            known[plain(name)] = sympy.Rational(value)
    return known


def outcome(read: Callable[[str], Any], entry: dict[str, Any]) -> dict[str, Any]:
    try:
        expression = read(entry["latex"])
    except Exception as error:
        return {"state": "unread", "why": f"{type(error).__name__}: {error}"[:200]}
    known = numbers(entry["values"])
    try:
        given = {symbol: known[plain(symbol.name)] for symbol in expression.free_symbols
                 if plain(symbol.name) in known}
        value = expression.subs(given).doit().evalf(20)
        listed = [complex(item) for item in value] if hasattr(value, "shape") else [complex(value)]
    except Exception as error:
        return {"state": "open", "read": str(expression)[:200],
                "why": f"{type(error).__name__}: {error}"[:200]}
    if any(abs(item.imag) > 1e-12 for item in listed):
        return {"state": "open", "read": str(expression)[:200], "why": "a complex value"}
    return {"state": "value", "read": str(expression)[:200], "value": [x.real for x in listed]}


def out_of_time(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


def main() -> None:
    name = sys.argv[1]
    signal.signal(signal.SIGALRM, out_of_time)
    outcomes = []
    with contextlib.redirect_stdout(io.StringIO()):
        read = reader(name)
        for entry in json.load(sys.stdin):
            signal.alarm(SECONDS)
            try:
                outcomes.append(outcome(read, entry))
            except TimeoutError as error:
                outcomes.append({"state": "open", "why": str(error)})
            finally:
                signal.alarm(0)
    print(json.dumps({"version": metadata.version(name), "outcomes": outcomes}))


if __name__ == "__main__":
    main()
