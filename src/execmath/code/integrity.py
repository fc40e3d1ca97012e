"""That a block leaves the engine as it found it: nothing that it alters outlives it.

What pages show rests on the functions and tables of these packages. A block could put another
function in the place of one of them, and every later page would hold. So they are compared with
what they were, restored, and the block is refused.
"""

from __future__ import annotations

import gc
import importlib
import operator
import pkgutil
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import FunctionType, ModuleType
from typing import Any

import flint

import execmath
from execmath.documents.results import Result
from execmath.documents.site import Site
from execmath.language import ast as s
from execmath.language.context import Context

ENGINE = ("execmath", "mkdocs_execmath")
# Of these only what can be called: some keep a state of their own.
LIBRARIES = ("builtins", "cmath", "collections", "contextlib", "dataclasses", "flint", "fractions",
             "functools", "hashlib", "importlib", "inspect", "itertools", "json", "math", "numpy",
             "operator", "random", "re", "sys", "threading", "traceback", "types")
# What makes pages of the results, and puts them into the site when all checks are over.
WRITING = ("codecs", "genericpath", "html", "io", "jinja2", "markdown", "markdown_exec", "mkdocs",
           "os", "pathlib", "posix", "posixpath", "pymdownx", "shutil", "subprocess", "tempfile")
WITH_METHODS = (*WRITING, "fractions", "random")  # whose classes are looked at as well
NOT_LOADED = ("execmath.__main__", "execmath.pytest_plugin")
# Changed by what the verbs do: a count of calls, and what is remembered of them.
OWN_STATE = {("execmath.code.active_site", "memory")}
CODE = ("__code__", "__defaults__", "__kwdefaults__")
Places = dict[str, tuple[ModuleType, dict[str, Any]]]  # modules by name, with what they hold
MISSING = object()
FACTS = "_facts"  # what is worked out from a node, when it is asked for
PLAIN = frozenset({str, int, bool, dict, type(None)})  # of which no node is made
MADE_OF_PARTS = (s.Node, Result, Context)
CALLED_LATER = (("gc.callbacks", gc.callbacks), ("sys.meta_path", sys.meta_path),
                ("sys.path_hooks", sys.path_hooks))
TIMERS = (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)


class Guard:
    """The state before a block; `restore` brings it back."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._places: Places = {}
        self._classes: list[tuple[type, dict[str, Any]]] = []
        self._functions: list[tuple[FunctionType, tuple[Any, ...]]] = []
        self._tables: list[tuple[str, Any, Any]] = []
        self.see_modules()
        self._ledger = _Ledger(site)
        self._precision = flint.ctx.prec, flint.ctx.cap, flint.ctx.threads
        self._traces = sys.gettrace(), sys.getprofile()
        self._lists = [(name, calls, list(calls)) for name, calls in CALLED_LATER]
        self._signals = {number: signal.getsignal(number) for number in signal.valid_signals()}

    def see_modules(self) -> None:
        """Those that were loaded since this was last asked, as they are now."""
        places = {module.__name__: (module, dict(vars(module))) for module in _modules()
                  if module.__name__ not in self._places}
        classes = [(cls, dict(vars(cls))) for cls in _classes(places)]
        self._places |= places
        self._classes += classes
        self._functions += [(function, tuple(getattr(function, name) for name in CODE))
                            for function in _functions(places, classes)]
        self._tables += [(name, table, table.copy()) for name, table in _tables(places)]

    def restore(self) -> list[str]:
        """What was altered, by its dotted name; it is as before now."""
        return [*self._restore_modules(), *self._restore_classes(), *self._restore_functions(),
                *self._restore_tables(), *self._ledger.restore(), *self._restore_precision(),
                *self._restore_traces(), *self._restore_what_is_called_later()]

    def _restore_modules(self) -> Iterator[str]:
        for name, (module, before) in self._places.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
                yield name
            if not _are_the_same(vars(module), before):
                yield from (f"{name}.{key}" for key in _restore_names(module, before))

    def _restore_classes(self) -> Iterator[str]:
        for cls, before in self._classes:
            now = vars(cls)
            if _are_the_same(now, before):
                continue
            for key in before.keys() | now.keys():
                if now.get(key, MISSING) is before.get(key, MISSING) or _is_bookkeeping(key):
                    continue
                if key in before:
                    setattr(cls, key, before[key])
                else:
                    delattr(cls, key)
                yield f"{cls.__module__}.{cls.__qualname__}.{key}"

    def _restore_functions(self) -> Iterator[str]:
        for function, before in self._functions:
            if any(getattr(function, name) is not value
                   for name, value in zip(CODE, before, strict=True)):
                for name, value in zip(CODE, before, strict=True):
                    setattr(function, name, value)
                yield f"{function.__module__}.{function.__qualname__}"

    def _restore_tables(self) -> Iterator[str]:
        for name, table, before in self._tables:
            if not _is_same(table, before):
                _refill(table, before)
                yield name

    def _restore_precision(self) -> Iterator[str]:
        now = flint.ctx.prec, flint.ctx.cap, flint.ctx.threads
        if now != self._precision:
            flint.ctx.prec, flint.ctx.cap, flint.ctx.threads = self._precision
            yield "flint.ctx"

    def _restore_traces(self) -> Iterator[str]:
        """What Python calls at each step could alter anything later."""
        trace, profile = self._traces
        if sys.gettrace() is not trace:
            sys.settrace(trace)
            yield "sys.settrace"
        if sys.getprofile() is not profile:
            sys.setprofile(profile)
            yield "sys.setprofile"


    def _restore_what_is_called_later(self) -> Iterator[str]:
        """By the collector, by an import, by a signal: at any time, and so between two checks."""
        for name, calls, before in self._lists:
            if not _is_same(calls, before):
                _refill(calls, before)
                yield name
        if any(signal.getitimer(timer)[0] for timer in TIMERS):
            for timer in TIMERS:
                signal.setitimer(timer, 0)
            yield "signal.setitimer"
        for number, handler in self._signals.items():
            if signal.getsignal(number) is not handler:
                signal.signal(number, signal.SIG_DFL if handler is None else handler)
                yield "signal.signal"


class _Ledger:
    """What the site says, which blocks can reach."""

    def __init__(self, site: Site) -> None:
        self._site, self._of = site, site.ledger
        self._results = dict(site.ledger.results)
        self._problems = list(site.ledger.problems)
        self._pages = dict(site.pages)
        self._nodes = list(_nodes(self._results.values()))
        self._contexts = [(result.context, dict(result.context.definitions),
                           dict(result.context.domains)) for result in self._results.values()]

    def restore(self) -> Iterator[str]:
        site = self._site
        if site.ledger is not self._of:
            site.ledger = self._of
            yield "the ledger"
        for name, table, before in (("the results", site.ledger.results, self._results),
                                    ("the problems", site.ledger.problems, self._problems),
                                    ("the pages", site.pages, self._pages)):
            if not _is_same(table, before):
                _refill(table, before)
                yield f"{name} of the site"
        for context, definitions, domains in self._contexts:
            for meanings, earlier in ((context.definitions, definitions),
                                      (context.domains, domains)):
                if not _is_same(meanings, earlier):
                    _refill(meanings, earlier)
                    yield "the meaning of a letter"
        for node, before in self._nodes:
            now = vars(node)
            if not all(map(operator.is_, map(now.get, before), before.values())):
                for key, value in before.items():
                    object.__setattr__(node, key, value)
                yield "what a display says"


def _nodes(results: Iterable[Result]) -> Iterator[tuple[object, dict[str, Any]]]:
    """Each result, and each node of what displays say and of what their letters mean, with what it
    is made of."""
    results = list(results)
    meanings = {id(node): node for result in results
                for table in (result.context.definitions, result.context.domains)
                for node in table.values()}
    waiting: list[object] = [*results, *meanings.values()]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        kind = type(node)
        if isinstance(node, tuple):
            waiting += node
        elif kind not in PLAIN and isinstance(node, MADE_OF_PARTS) and id(node) not in seen:
            seen.add(id(node))
            parts = node.__dict__.copy()
            parts.pop(FACTS, None)
            waiting += parts.values()
            yield node, parts


def _restore_names(module: ModuleType, before: dict[str, Any]) -> Iterator[str]:
    now = vars(module)
    for key in now.keys() | before.keys():
        earlier, value = before.get(key, MISSING), now.get(key, MISSING)
        if earlier is value or not _is_guarded(module.__name__, key, earlier, value):
            continue
        if earlier is MISSING:
            del now[key]
        else:
            now[key] = earlier
        yield key


def load_engine() -> None:
    """All of it: what a block is the first to import could be altered by it unseen."""
    for module in pkgutil.walk_packages(execmath.__path__, "execmath."):
        if module.name not in NOT_LOADED:
            importlib.import_module(module.name)


def _modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items())
            if isinstance(module, ModuleType)
            and name.partition(".")[0] in (*ENGINE, *LIBRARIES, *WRITING)]


def _of_engine(name: str) -> bool:
    return name.partition(".")[0] in ENGINE


def _classes(places: Places) -> list[type]:
    """Those that Python code can alter, each where it is defined."""
    classes = {value: None for name, (_, values) in places.items() for value in values.values()
             if isinstance(value, type)
             and (_of_engine(name) or name.partition(".")[0] in WITH_METHODS)
             and value.__module__ == name and value.__flags__ & 0x200}
    return list(classes)


def _functions(places: Places, classes: list[tuple[type, dict[str, Any]]]) -> list[FunctionType]:
    values = [value for name, (_, values) in places.items() if _of_engine(name)
              for value in values.values()]
    values += [value for _, values in classes for value in values.values()]
    plain = map(_inner, values)
    return list({id(value): value for value in plain if isinstance(value, FunctionType)}.values())


def _inner(value: Any) -> Any:
    """The function in a property, a class method or a cached function."""
    wrapped = (getattr(value, name, None) for name in ("__wrapped__", "__func__", "fget", "func"))
    return next((function for function in wrapped if function is not None), value)


def _tables(places: Places) -> Iterator[tuple[str, Any]]:
    """The constants of the engine that are dictionaries, lists and sets."""
    for name, (_, values) in places.items():
        if _of_engine(name):
            yield from ((f"{name}.{key}", value) for key, value in values.items()
                        if key.isupper() and type(value) in (dict, list, set))


def _is_guarded(module: str, key: str, before: object, now: object) -> bool:
    if _is_bookkeeping(key) or (module, key) in OWN_STATE:
        return False
    if before is MISSING:
        # Importing a module enters it in its package; another name may hide one of the built-in.
        return not isinstance(now, ModuleType) and (_of_engine(module) or callable(now))
    return _of_engine(module) or callable(before) or isinstance(before, ModuleType)


def _is_bookkeeping(key: str) -> bool:
    return key in ("__warningregistry__", "__annotations__", "__abstractmethods__", "_abc_impl",
                   "__builtins__", "__doc__")


def _are_the_same(now: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """The quick answer for names that nobody has touched."""
    return now.keys() == before.keys() and all(map(operator.is_, now.values(), before.values()))


def _is_same(table: Any, before: Any) -> bool:
    """Told by identity: what is equal may have been made to say so."""
    if len(table) != len(before):
        return False
    if isinstance(table, dict):
        return all(table.get(key, MISSING) is value for key, value in before.items())
    if isinstance(table, list):
        return all(map(lambda one, other: one is other, table, before))
    return bool(table == before)


def _refill(table: Any, before: Any) -> None:
    table.clear()
    table.extend(before) if isinstance(table, list) else table.update(before)
