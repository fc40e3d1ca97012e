"""A page shows of its code what the command line and pytest see, and what Python would show."""

from __future__ import annotations

import html
import re

from projects import Small

from execmath.code.runner import PageCode
from execmath.documents.site import read_site

FENCE = '```python exec="true" result="text" session="s"\n{}\n```\n'
SOURCES = (
    "print(1, 2, sep=','); print('no', 'end', end='.\\n')",
    "import sys\nsys.stdout.write('written\\n')\nprint('err', file=sys.stderr)\nprint('out')",
    "from pprint import pprint\npprint({'b': 1, 'a': [2] * 30})",
    "def f(x: int) -> int:\n    '''Doubles.'''\n    return 2 * x\nhelp(f)",
    "import warnings, logging\nwarnings.warn('careful')\nlogging.error('seen')",
)
NESTED = """# Nested

````markdown
```python exec="true" session="s"
print("shown as it is written")
```
````

- An item:

    ```python exec="true" result="text" session="s"
    if True:
        print("run", "in a list", sep=", ")
    ```

The last words.
"""


def test_a_page_shows_what_its_blocks_write(small: Small) -> None:
    project = small(code="# Code\n\n" + "\n".join(map(FENCE.format, SOURCES)))
    build = project.build()
    assert build.code == 0, build.output
    code = PageCode(read_site(project.root / "docs"), "code.md")
    for block in code.site.pages["code.md"].blocks:
        assert code.problem(block) is None
    page = (project.site / "code" / "index.html").read_text()
    shown = [html.unescape(re.sub(r"<[^>]*>", "", text))
             for text in re.findall(r"<code[^>]*>(.*?)</code>", page, re.DOTALL)]
    assert [text.rstrip("\n") for text in shown] == [
        text.rstrip("\n") for text in code.printed.values()]


def test_a_fence_in_a_comment_is_refused_and_cuts_nothing_off(small: Small) -> None:
    commented = f"# Page\n\n<!--\n{FENCE.format('print(1)')}-->\n\nThe last words.\n"
    build = small(page=commented).build()
    assert build.code != 0
    (problem,) = build.problems
    assert problem.startswith("page.md:1: this block was not run: it stands within a comment")


def test_a_fence_that_is_shown_is_not_run_and_cuts_nothing_off(small: Small) -> None:
    project = small(nested=NESTED)
    build = project.build()
    assert build.code == 0, build.output
    page = (project.site / "nested" / "index.html").read_text()
    assert "shown as it is written" in page
    assert "run, in a list" in page
    assert "The last words." in page


def test_a_link_that_a_block_prints_leads_to_the_page(small: Small) -> None:
    link = '```python exec="true" session="s"\nprint("[There](two.md#there)")\n```\n'
    project = small(one=f"# One\n\n{link}", two="# Two\n\n## There\n")
    assert project.build().code == 0
    assert 'href="../two/#there"' in (project.site / "one" / "index.html").read_text()
