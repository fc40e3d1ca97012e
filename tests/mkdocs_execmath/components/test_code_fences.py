"""What a code block measured stands behind one line."""

from __future__ import annotations

from mkdocs_execmath.components.code_fences import folded


def test_figures_stand_behind_a_line_that_names_the_functions() -> None:
    html = folded("<pre>figures</pre>", ["softmax", "<lambda>"])
    assert html.startswith('<details class="code-figures"')
    assert "<code>softmax</code>, <code>&lt;lambda&gt;</code></summary><pre>figures</pre>" in html


def test_what_is_no_measurement_stays_as_it_is() -> None:
    assert folded("<pre>0.5</pre>", []) == "<pre>0.5</pre>"
