r"""The words around a display: as plain text, which a preview or a search result says of it, and as
HTML, with its formulas, which the page of the equation quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from execmath.documents import json_export
from execmath.documents.markdown import FENCE
from execmath.documents.results import Result
from execmath.language import ast as s

INLINE = re.compile(r"\$([^$]+)\$")
LINK = re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])")
MARKS = re.compile(r"(\*\*|__|`+|(?<!\w)[*_]|[*_](?!\w))")
SOURCES = re.compile(r"#+ Sources(?: \{.*\})?")
WEB = re.compile(r"\[([^\]]*)\]\((https?://[^)\s]*)\)")
EMPHASIS = re.compile(r"\*([^*]+)\*")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
LONGEST = 300

SYMBOLS = dict(zip(
    r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \iota \kappa \lambda \mu"
    r" \nu \xi \pi \rho \sigma \tau \upsilon \phi \varphi \chi \psi \omega \Gamma \Delta \Theta"
    r" \Lambda \Xi \Pi \Sigma \Phi \Psi \Omega \sum \prod \int \partial \nabla \in \le \ge \ne \to"
    r" \cdot \times \infty \log \exp \ldots \top \langle \rangle \pm \sim \mid \ell".split(),
    "α β γ δ ε ε ζ η θ ι κ λ μ"
    " ν ξ π ρ σ τ υ φ φ χ ψ ω Γ Δ Θ"
    " Λ Ξ Π Σ Φ Ψ Ω ∑ ∏ ∫ ∂ ∇ ∈ ≤ ≥ ≠ →"
    " · × ∞ log exp … ⊤ ⟨ ⟩ ± ∼ | ℓ".split(), strict=True))
BLACKBOARD = {"R": "ℝ", "N": "ℕ", "Z": "ℤ", "E": "𝔼", "P": "ℙ"}


def before(lines: Sequence[str], line: int) -> str:
    """The paragraph of a page directly above the given line (from 1), in Markdown, or "".

    lines  of the page, without its comments
    """
    paragraph: list[str] = []
    for above in reversed(lines[: line - 1]):
        stripped = above.strip()
        if not stripped and paragraph:
            break
        if stripped.startswith(("$$", "#", "|", "!!!", "---")) or FENCE.match(above):
            break
        if stripped:
            paragraph.append(stripped.removeprefix("> "))
    return " ".join(reversed(paragraph))


def sources(lines: Sequence[str]) -> list[Markup]:
    """What a page lists below its heading `Sources`, as HTML; lines are as for `before`."""
    start = next((number for number, line in enumerate(lines, 1)
                  if SOURCES.fullmatch(line.strip())), len(lines))
    listed = []
    for line in lines[start:]:
        if line.startswith("#"):
            break
        if line.startswith("- "):
            listed.append(_source(line.removeprefix("- ")))
    return listed


def _source(markdown: str) -> Markup:
    """A line of Markdown with its links and its titles, which stand between stars."""
    text = str(escape(markdown))
    text = WEB.sub(r'<a href="\2">\1</a>', text)
    return Markup(EMPHASIS.sub(r"<em>\1</em>", text))


def ends(result: Result) -> str:
    """The first and the last member of a chain of equations, which are equal, without what stands
    between; of any other display its statement."""
    statement, tex = result.statement, result.display.tex
    if isinstance(statement, s.Claim) and len(statement.links) > 1 \
            and all(link.relation == "=" for link in statement.links):
        (first, end), (begin, last) = statement.links[0].left.span, statement.links[-1].right.span
        joins = all(one.right.span == other.left.span for one, other in pairwise(statement.links))
        if joins and 0 <= first < end <= begin < last:
            return f"{tex[first:end].strip()} = {tex[begin:last].strip()}"
    return json_export.split(result)[0]


def plain(markdown: str) -> str:
    """Markdown without its marks; formulas in the characters that come closest."""
    text = INLINE.sub(lambda match: unicode(match[1]), markdown)
    text = MARKS.sub("", LINK.sub(r"\1", text))
    return " ".join(text.split())


def quoted(markdown: str, formula: Callable[[str], Markup]) -> Markup:
    """Markdown without its marks as HTML, with what `formula` makes of each formula's LaTeX."""
    pieces = INLINE.split(LINK.sub(r"\1", markdown))
    return Markup().join(formula(piece) if number % 2 else MARKS.sub("", piece)
                         for number, piece in enumerate(pieces))


def unicode(tex: str) -> str:
    r"""`e^{\eta_i} \in \mathbb{R}` -> `e^η_i ∈ ℝ`."""
    tex = re.sub(r"\\mathbb\s*\{(\w)\}", lambda m: BLACKBOARD.get(m[1], m[1]), tex)
    tex = re.sub(r"\\(?:operatorname|math\w+|text|boldsymbol)\*?\s*\{([^{}]*)\}", r"\1", tex)
    tex = re.sub(r"\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"\1/\2", tex)
    tex = re.sub(r"\\[A-Za-z]+", lambda m: SYMBOLS.get(m[0], ""), tex)
    tex = re.sub(r"\\[,;:! ]|[{}&]", "", tex.replace(r"\{", "❴").replace(r"\}", "❵"))
    return " ".join(tex.replace("❴", "{").replace("❵", "}").replace("\\", "").split())


def shortened(text: str, longest: int = LONGEST) -> str:
    """Whole sentences from the end, as many as fit: the last ones speak of the display."""
    ending = ""
    for sentence in reversed(SENTENCE.split(text)):
        longer = f"{sentence} {ending}".strip()
        if ending and len(longer) > longest:
            break
        ending = longer
    return ending if len(ending) <= longest else ending[: longest - 1].rsplit(" ", 1)[0] + "…"
