"""The adapter to MkDocs: each event is handed to the components, in the order of one table.

All pages are executed before the first is converted, so that code blocks find every label; all are
converted before anything is written; and what is written takes the site's place when it is whole.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority

from execmath.documents.diagnostics import report
from execmath.runtime import workers
from mkdocs_execmath import codes
from mkdocs_execmath.components.checking import Checking, check
from mkdocs_execmath.components.code_blocks import CodeBlocks
from mkdocs_execmath.components.compiled_templates import CompiledTemplates
from mkdocs_execmath.components.component import Build, Component, Settings
from mkdocs_execmath.components.equation_folders import EquationFolders
from mkdocs_execmath.components.formulas import Formulas
from mkdocs_execmath.components.head import Head
from mkdocs_execmath.components.material_patches import MaterialPatches
from mkdocs_execmath.components.page_cache import PageCache
from mkdocs_execmath.components.pages import Pages
from mkdocs_execmath.components.policy import Policy
from mkdocs_execmath.components.published import Published
from mkdocs_execmath.components.requirements import Requirements
from mkdocs_execmath.components.search import Search
from mkdocs_execmath.components.session import Session
from mkdocs_execmath.components.site_files import SiteFiles
from mkdocs_execmath.components.staging import Staging
from mkdocs_execmath.components.supervision import supervised
from mkdocs_execmath.config import ExecmathConfig
from mkdocs_execmath.typesetting.node import NodeError

Kinds = tuple[type[Component], ...]
LAST = float("-inf")  # behind every plugin and every hook
# An event of MkDocs; its place among the plugins, of which those with high numbers come first; the
# hook of the components; and these, in their order.
EVENTS: tuple[tuple[str, float, str, Kinds], ...] = (
    ("on_config", -100, "configure", (CodeBlocks, Formulas, SiteFiles,
                                        CompiledTemplates)),  # behind markdown-exec
    ("on_serve", 0, "watch", (CodeBlocks,)),
    ("on_pre_build", 0, "begin", (Staging, Policy)),
    ("on_files", -100, "read", (Requirements, Session, Checking, Pages, EquationFolders,
                                CodeBlocks, PageCache, CompiledTemplates, Published)),
    ("on_page_markdown", 0, "before_conversion", (PageCache, CodeBlocks)),
    # Before others read what is known of the page.
    ("on_page_content", 100, "after_conversion", (CodeBlocks, Formulas, PageCache, Pages)),
    ("on_env", 0, "assemble", (Pages, EquationFolders, CompiledTemplates, Search, MaterialPatches,
                               SiteFiles)),
    # Material's search reads the page between the two.
    ("on_page_context", 100, "before_search", (Search,)),
    ("on_page_context", -100, "after_search", (Search,)),
    ("on_post_page", LAST, "finish_page", (Formulas, Pages, SiteFiles, Head, MaterialPatches,
                                           Policy, EquationFolders, Published)),
    ("on_template_context", 0, "template_context", (EquationFolders,)),
    ("on_post_template", LAST, "finish_template", (Pages, MaterialPatches, Policy, Published)),
    # Before the search writes its index; and at the very end.
    ("on_post_build", 100, "write", (Pages, EquationFolders, SiteFiles)),
    ("on_post_build", LAST, "complete", (Session, SiteFiles, EquationFolders, Published, Staging,
                                         Policy)),
    ("on_build_error", 0, "fail", (Session, Staging)),
)
EARLY = ("configure", "watch", "begin")  # before there is a build
CONTEXT = ("page", "template_name")  # what the components are told of an event beside its subject


class ExecmathPlugin(BasePlugin[ExecmathConfig]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        self.components = {kind: kind() for *_, kinds in EVENTS for kind in kinds}
        self.is_serving = False
        self.is_complete: Callable[[], None] = lambda: None
        self.settings: Settings
        self.build: Build

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.is_serving = command == "serve"
        workers.switch_often()
        if command in ("build", "gh-deploy"):  # others may read the configuration and no more
            self.is_complete = supervised()
            workers.hardly_collect()

    def hand_on(self, hook: str, kinds: Kinds, subject: Any, context: dict[str, Any]) -> Any:
        """Each component gets the subject as the one before has left it."""
        given = (self.settings,) if hook in EARLY else (self.build,) if hook != "fail" else ()
        for kind in kinds:
            first = () if subject is None else (subject,)
            result = getattr(self.components[kind], hook)(*first, *given, **context)
            subject = subject if result is None else result
        return subject

    def before(self, hook: str, subject: Any) -> None:
        if hook == "configure":
            self.settings = Settings.of(subject, self.config, self.is_serving)
        elif hook == "read":
            self.build = check(subject, self.settings)


def _handler(hook: str, priority: float, kinds: Kinds) -> Callable[..., Any]:
    @event_priority(priority)
    def handle(plugin: ExecmathPlugin, subject: Any = None, /, **context: Any) -> Any:
        named = {name: context[name] for name in CONTEXT if name in context}
        try:
            plugin.before(hook, subject)
            subject = plugin.hand_on(hook, kinds, subject, named)
            if hook == "complete":
                plugin.is_complete()
        except NodeError as error:
            missing = codes.diagnostic(codes.NODE_MISSING, "mkdocs.yml", 1, "", str(error))
            raise PluginError(f"\n{report([missing])}") from error
        if hook == "fail" and not plugin.is_serving:
            _say(context.get("error"))
        return subject
    return handle


def _say(error: object) -> None:
    """Raises PluginError for what the system says of a file or a disk, and not of this program."""
    if isinstance(error, UnicodeDecodeError):
        raise PluginError(f"{codes.NO_FILE}: a page is no text in UTF-8: {error}") from None
    if isinstance(error, OSError) and error.errno is not None:
        names = " and ".join(str(name) for name in (error.filename, error.filename2) if name)
        raise PluginError(f"{codes.NO_FILE}: {error.strerror}{names and f': {names}'}; nothing was "
                          "published") from None


for _event in {event for event, *_ in EVENTS}:
    _handlers = [_handler(hook, priority, kinds) for event, priority, hook, kinds in EVENTS
                 if event == _event]
    setattr(ExecmathPlugin, _event, CombinedEvent(*_handlers))
