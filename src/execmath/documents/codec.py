"""The one form in which results are kept: plain JSON, read back into the types that they are of.

Nothing that is read can run, or be of another type than was asked for.
"""

from __future__ import annotations

from typing import Any, TypeVar

import cattrs

T = TypeVar("T")

_converter = cattrs.Converter(detailed_validation=False, forbid_extra_keys=True)


def encoded(value: Any) -> Any:
    """As dictionaries, lists, texts and numbers."""
    return _converter.unstructure(value)


def decoded(data: Any, kind: type[T]) -> T | None:
    """The value; None where the data are not those of a value of this kind."""
    try:
        return _converter.structure(data, kind)
    except (cattrs.BaseValidationError, KeyError, TypeError, ValueError, AttributeError):
        return None
