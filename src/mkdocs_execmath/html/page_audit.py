r"""What is shown is what was read: a converted page, and then the finished one, gone over once more
by a reader of HTML that knows nothing of how they were made.

A page could show a formula that no check has seen in many ways: as HTML that looks like a card, as
MathML, in characters that stand for a slot, as `\(x\)` that nothing typeset, in a paragraph of its
own that looks like a display; or it could define a letter where nobody sees it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from execmath.runtime.codes import Code
from mkdocs_execmath import codes

# The first are of fonts that nobody else has, and of slots for formulas.
UNREADABLE = {
    re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]"):
        "a private-use character, which a font may show as anything",
    re.compile("[\u202a-\u202e\u2066-\u2069]"): "a character that turns the order of signs around",
}
# As arithmatex reads `$x$`, and further what it passes over.
RAW = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]|\$\$.+?\$\$|\\begin\{[a-z]+\*?\}"
                 r"|(?<!\$)\$[^$]+\$(?!\$)", re.DOTALL)
MATHEMATICAL = re.compile(r"[\\^_=<>+{}|*/()\[\]∈≤≥≠∑∏∫√−×·]")
PROSE = re.compile(r"[^\W\d_]{3,}")
LETTER = re.compile(r"[^\W\d_]")
FORMULA = re.compile(r'<(?:div|span) class="arithmatex">')
INLINE = re.compile(r'<span class="arithmatex">(.*?)</span>', re.DOTALL)
TYPESET = re.compile(r"<mjx-container\b.*?</mjx-container>", re.DOTALL)
# A matrix may stand in a line of text.
LIKE_A_DISPLAY = re.compile(r"\\(?:displaystyle|dfrac|displaylimits|label\b|tag\b"
                            r"|begin\b(?!\{[bp]?(?:small)?matrix\}))")

PLACEHOLDERS = frozenset({"execmath-index", "execmath-graph", "execmath-proofs",
                          "execmath-mold"})
OURS = ("execmath", "mjx-")
BOXES = frozenset({"execmath-drawing", "execmath-graph", "execmath-table"})  # anybody may have one
UNDISPLAYED = frozenset("audio canvas datalist dialog iframe math noscript object script select "
                        "style svg template textarea title video bdo".split())
# Browsers show what stands in these as it is; what stands in others, such as <rp>, they may not.
SHOWN = frozenset(
    "a abbr address article aside b big blockquote button caption center cite code dd del dfn div "
    "dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header i ins kbd label legend li main "
    "mark nav ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th "
    "thead tr tt u ul var details fieldset form hgroup html body".split())
UNREAD_TEXT = frozenset("code pre script style kbd samp".split())
INVISIBLE_CLASS = re.compile(r"hidden|hide\b|invisible|sr-only|d-none|no-?js|noscript|print-only"
                             r"|collapse\b|^md-|^headerlink$|^fade$|^modal|^offcanvas|^toast|^tooltip"
                             r"|^popover|^dropdown-menu|^tab-pane|^carousel|^opacity-|^position-")
# What themes lay over a page; a few of Material's classes are for its pages.
COVERING_CLASS = re.compile(r"^md-(?!button|tag|icon|status|annotation|typeset)|^position-|^fixed-"
                            r"|^sticky-|^modal|^offcanvas")
ANNOUNCED = frozenset("title alt aria-label placeholder label content value summary".split())
COLORED = ("color", "bgcolor", "background", "face")
RESTYLING = frozenset(("style", "link", "base", "meta"))
MOVING = re.compile(r"position|transform|translate|inset|z-index|float|(?<![\w-])-\.?\d|visibility"
                    r"|animation|opacity", re.IGNORECASE)
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset("p div li td th dd dt h1 h2 h3 h4 h5 h6 blockquote figcaption center section "
                   "summary caption pre title option".split())
# Their end tags may be left out.
ENDING_BY_THEMSELVES = frozenset("p li dt dd tr td th thead tbody tfoot caption colgroup option "
                                 "optgroup rt rp".split())
ROWS = frozenset("table thead tbody tfoot tr colgroup".split())
ALONE = {"p": "paragraph", "center": "paragraph", **dict.fromkeys(
    ("h1", "h2", "h3", "h4", "h5", "h6"), "heading")}
ITEMS = frozenset(("li", "td", "th", "dd", "dt"))  # a formula alone in one is not a display


@dataclass(frozen=True)
class Fault:
    """What is wrong with a page, and the piece of it that shows it."""

    code: Code
    message: str
    excerpt: str = ""


Attributes = list[tuple[str, str | None]]


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    formulas: list[str] = field(default_factory=list)
    is_formula: bool = False
    hiding: str = ""  # the element around it that keeps it from being seen

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def hides(self) -> str:
        """How it keeps a reader from seeing what stands in it as it is, or nothing."""
        if self.tag in UNDISPLAYED or self.tag not in SHOWN:
            return f"<{self.tag}>"
        named = next((name for name in ("hidden", "style", "dir", "popover", "inert", *COLORED)
                      if name in self.attributes), "")
        unseen = next(filter(INVISIBLE_CLASS.search, self.classes), "")
        return f"an element with {named or f'the class {unseen}'}" if named or unseen else ""


class _Reader(HTMLParser):
    """Walks through HTML with the elements that are open, and notes faults."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[_Element] = []
        self.faults: list[Fault] = []

    def fault(self, code: Code, message: str, excerpt: str = "") -> None:
        self.faults.append(Fault(code, message, " ".join(excerpt.split())[:80]))

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        element = self.announced(tag, attributes)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: Attributes) -> None:
        self.announced(tag, attributes)

    def announced(self, tag: str, attributes: Attributes) -> _Element:
        """An element that begins, of which attributes are shown as text, as in a tooltip."""
        element = _Element(tag, {name: value or "" for name, value in attributes})
        self.begin(element)
        for name in ANNOUNCED & element.attributes.keys():
            self.text(element.attributes[name])
        return element

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open):
            while (element := self.open.pop()).tag != tag:
                self.misnested(element, tag)
                self.end(element)
            self.end(element)

    def handle_data(self, data: str) -> None:
        if not self.is_unread():
            block = next((one for one in reversed(self.open) if one.tag in BLOCKS), None)
            if block is not None:
                block.text += data
            else:
                self.text(data)

    def is_unread(self) -> bool:
        """Does text stand here that nothing takes for formulas? In a drawing Mermaid does."""
        return any(element.is_formula for element in self.open) \
            or (any(element.tag in UNREAD_TEXT for element in self.open)
                and not any("mermaid" in element.classes for element in self.open))

    def read(self, html: str) -> list[Fault]:
        self.feed(html)
        self.close()
        while self.open:
            element = self.open.pop()
            if element.tag in UNDISPLAYED:
                self.fault(codes.HIDDEN, f"<{element.tag}> is not closed, and hides what follows")
            self.end(element)
        return list(dict.fromkeys(self.faults))

    def begin(self, element: _Element) -> None:
        """An element is opened."""

    def end(self, element: _Element) -> None:
        """An element is closed, and its text is known."""
        self.text(element.text)

    def misnested(self, element: _Element, tag: str) -> None:
        """An element was not closed within the one of this tag that is."""

    def text(self, text: str) -> None:
        for match in RAW.finditer(text):
            if _is_formula(match[0]):
                self.fault(codes.RAW_FORMULA, "a formula that would be published as it is written, "
                           "and that nothing has read; write it as $x$ without spaces within, "
                           r"and a dollar as \$", match[0])
        self.characters(text)

    def characters(self, text: str) -> None:
        for pattern, what in UNREADABLE.items():
            if (character := pattern.search(text)) is not None:
                self.fault(codes.UNREADABLE_CHARACTER, f"{what}: U+{ord(character[0]):04X}")

    def refuse_what_looks_like_ours(self, element: _Element) -> None:
        """Only this program makes cards and typeset formulas."""
        marks = [*element.classes, element.tag, *element.attributes,
                 element.attributes.get("id", "")]
        forged = [mark for mark in marks if mark.lower().startswith(OURS)
                  and mark not in PLACEHOLDERS | BOXES]
        if forged or element.tag == "math":
            mark = forged[0] if forged else "math"
            self.fault(codes.FORGED, f"HTML that looks like a checked equation ({mark}), and that "
                       "no check has made; write a display between $$ and $$",
                       f"<{element.tag} class=\"{element.attributes.get('class', '')}\">")


def _bare(tex: str) -> str:
    """A line of a formula without its delimiters and what marks them."""
    return tex.strip("\u2061\u2062\u2063\u2064 ").removeprefix(r"\(").removesuffix(r"\)") \
        .removeprefix(r"\[").removesuffix(r"\]").strip()


def _is_formula(raw: str) -> bool:
    """Between two dollars may also stand prose, as in $5 and $6."""
    if not raw.startswith("$") or raw.startswith("$$"):
        return True
    inner = raw[1:-1]
    return bool(inner.strip()) and (MATHEMATICAL.search(inner) is not None
                                    or PROSE.search(inner) is None)


class _Converted(_Reader):
    """A page as Markdown and its extensions leave it.

    mark  stands within each inline formula that they made, at both its ends
    """

    def __init__(self, mark: str) -> None:
        super().__init__()
        self.mark = mark
        self.formulas = 0

    def begin(self, element: _Element) -> None:
        self.refuse_what_looks_like_ours(element)
        if "srcdoc" in element.attributes:
            self.fault(codes.FORGED, "a page within the page, which no check sees", "srcdoc")
        if element.tag in RESTYLING or MOVING.search(element.attributes.get("style", "")):
            self.fault(codes.HIDDEN, f"<{element.tag}> can hide or cover equations; what a page "
                       "looks like is said in extra_css", f"<{element.tag}")
        covering = next(filter(COVERING_CLASS.search, element.classes), None)
        if covering is not None:
            self.fault(codes.HIDDEN, f"the class {covering} is one by which a theme may cover "
                       "equations", f"<{element.tag}")
        if "arithmatex" in element.classes:
            element.is_formula = True
            self.formulas += 1
            element.hiding = next(filter(None, (one.hides for one in [*self.open, element])), "")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].is_formula:
            self._formula(self.open[-1], data)
        super().handle_data(data)

    def misnested(self, element: _Element, tag: str) -> None:
        if element.tag not in ENDING_BY_THEMSELVES:
            self.fault(codes.HIDDEN, f"<{element.tag}> is not closed within its <{tag}>, and goes "
                       "on in a browser", f"<{element.tag}>")

    def _formula(self, element: _Element, data: str) -> None:
        """The text of a formula is known."""
        tex = next((line for line in map(_bare, data.splitlines()) if line), "")
        for outer in self.open[:-1]:
            outer.formulas.append(tex)
        if element.hiding:
            self.fault(codes.HIDDEN, f"a formula stands within {element.hiding}, where a reader "
                       "may not see it as it is", tex)
        if len(self.open) > 1 and self.open[-2].tag in ROWS:
            self.fault(codes.HIDDEN, "a formula stands in a table outside of its cells, and a "
                       "browser shows it above the table", tex)
        if element.tag == "span":
            self._inline(data, tex)

    def _inline(self, data: str, tex: str) -> None:
        if not (data.startswith(self.mark) and data.endswith(self.mark)):
            self.fault(codes.FORGED, "a formula written as HTML, which nothing has read; write it "
                       "as $x$", tex)
        if LIKE_A_DISPLAY.search(data):
            self.fault(codes.LIKE_A_DISPLAY, "an inline formula that is set like a display, and is "
                       "not executed; write it between $$ and $$", tex)

    def end(self, element: _Element) -> None:
        super().end(element)
        is_item = any(outer.tag in ITEMS for outer in self.open)
        if element.tag in ALONE and element.formulas and not is_item \
                and not LETTER.search(element.text):
            self.fault(codes.LIKE_A_DISPLAY, f"a {ALONE[element.tag]} of formulas alone looks like "
                       "a display, and is not executed; write it between $$ and $$, or say in "
                       "words what it is", element.formulas[0])


def faults_of_converted(html: str, mark: str) -> list[Fault]:
    """What is wrong with the content of a page before its formulas are typeset."""
    reader = _Converted(mark)
    reader.characters(html)
    faults = reader.read(html)
    if len(FORMULA.findall(html)) != reader.formulas:
        faults.append(Fault(codes.HIDDEN, "a formula stands within a comment or a script, where no "
                            "reader sees it"))
    return faults


def faults_of_changed(html: str, before: str) -> list[Fault]:
    """What another plugin has done wrong to a page since it was converted, when its formulas were
    as they stand in `before`."""
    inline = Counter(INLINE.findall(html)) - Counter(INLINE.findall(before))
    return faults_of_converted(html, "") + [
        Fault(codes.FORGED, "a formula that another plugin has put on the page, and that nothing "
              "has read", formula[:80]) for formula in inline]


def faults_of_source(text: str) -> list[Fault]:
    """Characters that no source may hold, even where they are not shown."""
    reader = _Reader()
    for line in text.splitlines():
        reader.characters(line)
    return list(dict.fromkeys(reader.faults))


class _Copied(_Reader):
    """A file of HTML that a site holds as it is, with formulas that are its own affair."""

    def begin(self, element: _Element) -> None:
        if any(name.lower().startswith(OURS[0]) for name in element.classes):
            self.fault(codes.FORGED, "HTML that looks like a checked equation, in a file that no "
                       "check has read", f"<{element.tag} class=\"{element.attributes['class']}\">")

    def text(self, text: str) -> None:
        """Its words are not looked at."""


def faults_of_copied(html: str) -> list[Fault]:
    """What is wrong with a file that is published as it is."""
    return _Copied().read(html)


class _Frame(_Reader):
    """What a theme and other plugins put around the content of a page."""

    def begin(self, element: _Element) -> None:
        self.refuse_what_looks_like_ours(element)
        if "arithmatex" in element.classes:
            element.is_formula = True
            self.fault(codes.RAW_FORMULA, "a formula that another plugin has put on the page, and "
                       "that nothing has read or typeset")


def faults_of_finished(output: str, content: str, others: Counter[str]) -> list[Fault]:
    """What is wrong with a finished page.

    content  of the page, as it was rendered and given to the theme
    others   typeset formulas that stand outside of it, in the table of contents
    """
    if content in output:
        return _faults_around(output.replace(content, " ", 1), others)
    elsewhere = Counter({_told_apart(html): count for html, count in others.items()})
    return [] if _shown(output) == _shown(content) + elsewhere else [Fault(
        codes.CHANGED, "another plugin has changed the equations of the finished page")]


def _faults_around(frame: str, others: Counter[str]) -> list[Fault]:
    left = others.copy()

    def without_known(formula: re.Match[str]) -> str:
        left[formula[0]] -= 1
        return "" if others[formula[0]] else formula[0]

    return _Frame().read(TYPESET.sub(without_known, frame))


class _Shown(_Reader):
    """All elements that only this program makes, each with the text that stands directly in it."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].text += data

    def end(self, element: _Element) -> None:
        marks = [*element.classes, element.tag]
        if any(mark.startswith(OURS) for mark in marks) or "arithmatex" in marks:
            self.elements[repr((element.tag, element.classes, element.text.split()))] += 1


def _shown(html: str) -> Counter[str]:
    reader = _Shown()
    reader.read(TYPESET.sub("", html))
    return reader.elements + Counter(map(_told_apart, TYPESET.findall(html)))


class _Pieces(HTMLParser):
    """HTML as what it means: who makes a page smaller drops quotes, spaces and ends of elements."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attributes: Attributes) -> None:
        self.pieces.append(repr((tag, sorted((name, " ".join((value or "").split()))
                                             for name, value in attributes))))

    def handle_startendtag(self, tag: str, attributes: Attributes) -> None:
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.pieces.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.pieces += data.split()


def _told_apart(formula: str) -> str:
    """The same for two texts of HTML that a browser shows alike."""
    reader = _Pieces()
    reader.feed(formula)
    reader.close()
    return "\n".join(reader.pieces)


def typeset_in(html: str) -> Counter[str]:
    """The typeset formulas of a text, each as often as it stands there."""
    return Counter(TYPESET.findall(html))


def displayed_otherwise(shown: list[str], read: list[str]) -> Iterator[tuple[str, int]]:
    """Where the displays of a page and of its source part: `shown` or `read`, and the place in
    that list. One after the other they must be the same, since a letter means what was said of it
    last."""
    from difflib import SequenceMatcher

    for kind, first, last, begin, end in SequenceMatcher(None, read, shown, False).get_opcodes():
        if kind != "equal":
            yield from (("shown", place) for place in range(begin, end))
            yield from (("read", place) for place in range(first, last))
