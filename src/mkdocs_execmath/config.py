"""The options of the plugin, as they stand in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config import config_options
from mkdocs.config.base import Config


class ExecmathConfig(Config):  # type: ignore[no-untyped-call]
    reload = config_options.ListOfItems(config_options.Type(str), default=[])
    """Packages that code blocks import, loaded anew for each build and watched by `serve`."""
    cache = config_options.Type(str, default=".cache/execmath")
    """Where verdicts, reports and typeset formulas are kept, relative to mkdocs.yml."""
    templates = config_options.Optional(config_options.Dir(exists=True))
    """A folder with templates of the site's own, which take the place of those of this package."""
    formal = config_options.Type(str, default="")
    """The folder of formal proofs, relative to mkdocs.yml; without it nothing is proved."""
    policy = config_options.Choice(("strict", "off"), default="strict")
    """Whether each page says that nothing may be loaded from elsewhere, and no script run but those
    of the site: the build warns of what is blocked by it. `off` leaves pages as they are."""
