"""MathML, as MathJax makes it, back to LaTeX: by what is drawn, and where, and by nothing else.

What is drawn and has no LaTeX here, what is hidden, moved or colored, is an error. Groups that
nobody sees are left out; what stands above or below stands there in LaTeX too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

GREEK = dict(zip(
    "αβγδϵεζηθϑικλμνξπρστυϕφχψωΓΔΘΛΞΠΣΥΦΨΩℓ",
    (r"\alpha \beta \gamma \delta \epsilon \varepsilon \zeta \eta \theta \vartheta \iota \kappa"
     r" \lambda \mu \nu \xi \pi \rho \sigma \tau \upsilon \phi \varphi \chi \psi \omega \Gamma"
     r" \Delta \Theta \Lambda \Xi \Pi \Sigma \Upsilon \Phi \Psi \Omega \ell").split(), strict=True))
SIGNS = {
    "⋅": r"\cdot", "×": r"\times", "−": "-", "≤": r"\le", "≥": r"\ge", "≠": r"\ne", "∈": r"\in",
    "∑": r"\sum", "∏": r"\prod", "∫": r"\int", "→": r"\to", "∂": r"\partial", "∇": r"\nabla",
    "∣": r"\mid", "{": r"\{", "}": r"\}", "…": r"\ldots", "⋯": r"\ldots", "∼": r"\sim",
    "⋮": r"\vdots", "⋱": r"\ddots",
    "⟨": r"\langle", "⟩": r"\rangle", "∞": r"\infty", "⊤": r"\top", "∗": "*", "\u2061": "",
    "∥": r"\|", "↓": r"\downarrow", "↑": r"\uparrow", "∝": r"\propto", "⇒": r"\Rightarrow",
    "⇔": r"\Leftrightarrow",
}
PLAIN = frozenset("+-=<>()[]|,;:.!/*") | {":=", ""}
FACES = {"bold": r"\mathbf", "bold-italic": r"\boldsymbol", "double-struck": r"\mathbb",
         "script": r"\mathcal", "sans-serif": r"\mathsf", "normal": r"\mathrm"}
COMMANDS = frozenset("log ln exp sin cos tan arctan sinh cosh tanh det max min lim sup inf".split())
ACCENTS = {"^": r"\hat", "~": r"\tilde", "¯": r"\bar", "―": r"\bar", "˙": r"\dot",
           "→": r"\vec", "ˇ": r"\check"}
WIDTHS = {"0.167em": r"\,", "0.222em": r"\:", "0.278em": r"\;", "1em": r"\quad", "2em": r"\qquad",
          "0.333em": "\\ "}
FORMULA = re.compile(r"<mjx-assistive-mml\b[^>]*>(.*?)</mjx-assistive-mml>", re.DOTALL)
SIZE = re.compile(r"-(?=[0-9.]+em)|[0-9.]+em")
# What says how large, how far apart and of which kind; not where, nor in which color.
HARMLESS = frozenset(
    "display data-mjx-texclass stretchy fence symmetric mathvariant data-mjx-variant displaystyle"
    " scriptlevel columnalign columnspacing rowspacing data-break-align indentshift movablelimits"
    " minsize maxsize accent linethickness width data-mjx-alternate".split())
ROW_SPACING = (".7em", ".2em", "4pt")  # of aligned rows, of cases, of matrices
NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"
# Of a letter; they stand in front of its index.
MARKS = {"′": "'", "″": "''", "‴": "'''", "∗": "^*", "⋆": r"^\star"}


class NotDrawn(Exception):
    """Something in a formula that LaTeX of ours does not draw."""


def of_html(html: str) -> str:
    """The LaTeX of a typeset formula."""
    match = FORMULA.search(html)
    if match is None:
        raise NotDrawn("what MathJax does not typeset")
    return latex(ElementTree.fromstring(match[1]))


def latex(node: Element) -> str:
    draw = ELEMENTS.get(kind(node))
    if draw is None:
        raise NotDrawn(f"<{kind(node)}>")
    for name, value in node.items():
        if name not in HARMLESS or "-" in SIZE.findall(value):
            raise NotDrawn(f"<{kind(node)} {name}={value!r}>")
    return draw(node)


def kind(node: Element) -> str:
    return node.tag.removeprefix(NAMESPACE)


def several(node: Element) -> str:
    children = list(node)
    if [kind(child) for child in children] == ["mrow", "mfrac", "mrow"] \
            and children[1].get("linethickness") == "0":
        return binomial(children[1])
    if node.get("data-mjx-texclass") == "INNER" and kind(children[-1]) == "mo" \
            and children[0].get("data-mjx-texclass") == "OPEN":
        return fenced(children)
    return " ".join(map(latex, children))


def fenced(children: list[Element]) -> str:
    r"""\left and \right, with what is between them."""
    opening, *inner, closing = children
    if len(inner) == 1 and kind(inner[0]) == "mstyle":  # around a table in an exponent
        inner = list(inner[0])
    tables = [child for child in inner if kind(child) == "mtable"]
    if tables and inner == tables:
        name = {"{": "cases", "(": "pmatrix", "[": "bmatrix"}[opening.text or ""]
        return table(tables[0], name)
    body = " ".join(map(latex, inner))
    if not closing.text:  # what closes it stands in the next row
        return f"{latex(opening)} {body}"
    if not opening.text and closing.text != "|":
        return f"{body} {latex(closing)}"
    first = latex(opening) if opening.text else r"\left."
    return f"{first} {body} {latex(closing)}" if opening.text else f"{first} {body} \\right|"


def identifier(node: Element) -> str:
    text, variant = node.text or "", node.get("mathvariant", "")
    if text in SIGNS:
        return SIGNS[text]
    if text in GREEK:
        face = FACES[variant] if variant not in ("", "normal") else ""
        return f"{face}{{{GREEK[text]}}}" if face else GREEK[text]
    if len(text) > 1 and variant in ("", "normal"):
        return rf"\{text}" if text in COMMANDS else rf"\operatorname{{{text}}}"
    return f"{FACES[variant]}{{{text}}}" if variant and text else text


def operator(node: Element) -> str:
    text, place = node.text or "", node.get("data-mjx-texclass")
    if text == "‖":
        return {"OPEN": r"\lVert", "CLOSE": r"\rVert"}.get(place or "", r"\|")
    if text == ":" and place == "PUNCT":
        return r"\colon"
    if text == "∬":
        return r"\iint"
    if text in COMMANDS:
        return rf"\{text}"
    if text in SIGNS:
        return SIGNS[text]
    if text not in PLAIN:
        raise NotDrawn(f"the sign {text!r}")
    return text


def space(node: Element) -> str:
    width = node.get("width", "")
    if width not in WIDTHS or set(node.keys()) != {"width"}:
        raise NotDrawn(f"a space of {width}")
    return WIDTHS[width]


def number(node: Element) -> str:
    text, variant = node.text or "", node.get("mathvariant")
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        raise NotDrawn(f"the number {text!r}")
    return f"{FACES[variant]}{{{text}}}" if variant else text


def with_script(sub: bool, sup: bool) -> Callable[[Element], str]:
    def draw(node: Element) -> str:
        base, *scripts = node
        text = latex(base)
        if sup and (mark := MARKS.get("".join(scripts[-1].itertext()))) is not None:
            text += mark
            scripts.pop()
        if sub:
            text += f"_{{{latex(scripts.pop(0))}}}"
        return text + "".join(f"^{{{latex(script)}}}" for script in scripts)

    return draw


def accented(node: Element) -> str:
    base, accent = node
    sign = "".join(accent.itertext())
    if sign not in ACCENTS:
        return with_script(sub=False, sup=True)(node)
    return f"{ACCENTS[sign]}{{{latex(base)}}}"


def quotient(node: Element) -> str:
    if node.keys():
        raise NotDrawn("a fraction without its line")
    return r"\frac{{{}}}{{{}}}".format(*map(latex, node))


def binomial(node: Element) -> str:
    return r"\binom{{{}}}{{{}}}".format(*map(latex, node))


def aligned(node: Element) -> str:
    return table(node, "aligned")


def table(node: Element, name: str) -> str:
    if node.get("rowspacing") not in ROW_SPACING:
        raise NotDrawn(f"rows {node.get('rowspacing')} apart")
    rows = [" & ".join(several(cell) for cell in row) for row in node]
    # A bracket right behind the mark between two rows would move the second.
    rows = [rf"\, {row}" if row.startswith("[") else row for row in rows]
    return rf"\begin{{{name}}} " + r" \\ ".join(rows) + rf" \end{{{name}}}"


def text(node: Element) -> str:
    return rf"\text{{{node.text}}}"


ELEMENTS: dict[str, Callable[[Element], str]] = {
    "math": several, "mrow": several, "mstyle": several, "mi": identifier, "mo": operator,
    "mn": number, "mtext": text, "mspace": space, "mfrac": quotient, "mover": accented,
    "mroot": lambda node: rf"\sqrt[{latex(node[1])}]{{{latex(node[0])}}}",
    "msqrt": lambda node: rf"\sqrt{{{several(node)}}}",
    "msub": with_script(sub=True, sup=False), "munder": with_script(sub=True, sup=False),
    "msup": with_script(sub=False, sup=True), "msubsup": with_script(sub=True, sup=True),
    "munderover": with_script(sub=True, sup=True), "mtable": aligned,
}
