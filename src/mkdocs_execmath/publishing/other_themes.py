"""The style sheet of this package for themes other than Material, on whose names it is written."""

from __future__ import annotations

import re

# What Material sets for the root element, in light; a site changes them in a sheet of its own.
COLORS = """\
:root {
  --md-accent-fg-color: #4051b5;
  --md-accent-fg-color--transparent: #4051b51a;
  --md-code-bg-color: #0000000d;
  --md-code-font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace;
  --md-default-bg-color: #fff;
  --md-default-fg-color: #000000de;
  --md-default-fg-color--light: #0000008a;
  --md-default-fg-color--lighter: #00000052;
  --md-default-fg-color--lightest: #00000012;
  --md-shadow-z2: 0 4px 10px #0003, 0 0 1px #0006;
  --md-text-font-family: inherit;
  --md-typeset-table-color: #0000001f;
}
[data-bs-theme="dark"] {
  --md-accent-fg-color: #8c9eff;
  --md-accent-fg-color--transparent: #8c9eff1a;
  --md-code-bg-color: #ffffff14;
  --md-default-bg-color: #212529;
  --md-default-fg-color: #ffffffde;
  --md-default-fg-color--light: #ffffff8f;
  --md-default-fg-color--lighter: #ffffff52;
  --md-default-fg-color--lightest: #ffffff1f;
  --md-typeset-table-color: #ffffff1f;
}
"""
# Its root element is a quarter larger than others are.
REM = re.compile(r"(?<![\w.])(\d*\.?\d+)rem\b")


def adapted(sheet: str) -> str:
    """The style sheet with Material's names resolved."""
    plain = sheet.replace(".md-typeset ", "")
    return COLORS + REM.sub(lambda size: f"{float(size[1]) * 1.25:g}rem", plain)
