"""Links to equations in running text, which show the equation to who points at them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

HREF = re.compile(r'<a href="(?P<page>[^"#]*)#(?P<label>[a-z0-9-]+)"')


def with_previews(content: str, labels: Container[str], home: Callable[[str], str]) -> str:
    """The content of a page, where a link to an equation says where its picture is.

    labels  of the equations of the site
    home    label -> href of the equation's own page
    """
    def marked(link: re.Match[str]) -> str:
        return f'{link[0]} data-equation="{home(link["label"])}"' if link["label"] in labels \
            else link[0]
    return HREF.sub(marked, content)
