"""The graph of deduction: on which displayed claims a proof rests, and what no proof needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from execmath.rocq.references import Uses, closure


def rests_on(uses: Uses, labels: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """By label: the labels of the claims whose theorems a proof names, itself or through lemmas.

    uses    what each lemma names, both as `file.name`
    labels  of the claims, by their theorems
    """
    stops = frozenset(labels)
    return {label: tuple(sorted(labels[name] for name in closure(uses, theorem, stops)
                                if name in labels))
            for theorem, label in labels.items()}


def used_by(edges: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The same edges from their other ends."""
    users: dict[str, list[str]] = {}
    for label, others in edges.items():
        for other in others:
            users.setdefault(other, []).append(label)
    return {label: tuple(sorted(names)) for label, names in users.items()}


def unused(uses: Uses, theorems: Iterable[str], own: Iterable[str]) -> list[str]:
    """The lemmas, definitions and tactics on which no theorem of a displayed claim rests.

    own  the machine's own files, in which everything may stand
    """
    reached: set[str] = set()
    for theorem in theorems:
        reached |= {theorem, *closure(uses, theorem, frozenset())}
    skipped = set(own)
    return [name for name in uses
            if name not in reached and name.partition(".")[0] not in skipped]
