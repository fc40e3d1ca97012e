"""The table of events holds what the components do, and nothing that they do not."""

from __future__ import annotations

from mkdocs_execmath.components.component import Component
from mkdocs_execmath.plugin import EVENTS, ExecmathPlugin


def hooks_of(kind: type[Component]) -> set[str]:
    """The hooks that a component has of its own."""
    return {name for name in vars(Component) if not name.startswith("_")
            and getattr(kind, name) is not getattr(Component, name)}


def test_each_hook_of_a_component_is_in_the_table_and_no_other() -> None:
    listed: dict[type[Component], set[str]] = {}
    for _, _, hook, kinds in EVENTS:
        for kind in kinds:
            listed.setdefault(kind, set()).add(hook)
    assert listed == {kind: hooks_of(kind) for kind in Component.__subclasses__()}


def test_each_event_of_the_table_is_one_of_the_plugin() -> None:
    assert all(callable(getattr(ExecmathPlugin, event)) for event, *_ in EVENTS)
    assert [hook for _, _, hook, _ in EVENTS] == [*dict.fromkeys(hook for _, _, hook, _ in EVENTS)]
