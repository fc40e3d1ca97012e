"""A small site, read and executed, for the modules that publish equations."""

from __future__ import annotations

from pathlib import Path

import pytest

from execmath.documents.scheduler import execute
from execmath.documents.site import Site, read_site

PAGE = r"""---
description: A page.
---

# Sums

Let there be $n \in \mathbb{N}$ of them.

$$
n \in \{2, 3, \ldots\}, \qquad m \in \mathbb{R}_{>0}
\label{size}
$$

$$
x \in \mathbb{R}^n
\label{numbers}
$$

The *total* is [what it sounds like](about.md).
It adds every $x_i$.

$$
s(x) := \sum_{i=1}^{n} x_i
\label{total}
$$

A multiple of the total is the total of the multiples.

$$
m s(x) = s(m x)
\qquad x \in \mathbb{R}^n
\label{doubled-total}
$$

```python exec="true" source="above" session="sums"
print(implements("total", sum))
```

<!-- execmath: not executed: a picture in symbols -->
$$
x \longmapsto s
\label{picture}
$$
"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    docs = tmp_path_factory.mktemp("docs")
    (docs / "sums.md").write_text(PAGE, encoding="utf-8")
    site = read_site(docs)
    execute(site, workers=1, alter=False)  # what it does not notice is not the question here
    assert site.ledger.problems == []
    return site


@pytest.fixture(scope="session")
def docs() -> Path:
    """The pages of this site."""
    return Path(__file__).parents[2] / "docs"
