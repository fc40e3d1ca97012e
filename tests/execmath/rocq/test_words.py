"""No name of a page is a word of the prover, of its library, or of the prelude."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from execmath.documents.markdown import GOOD_LABEL
from execmath.documents.proofs import PRELUDE
from execmath.language import ast as s
from execmath.rocq.prover import Prover
from execmath.rocq.statements import Formalizer, statements_file
from execmath.rocq.values import Refused
from execmath.rocq.words import KEYWORDS, LIBRARY, RESERVED, name_of
from execmath.rocq.words import PRELUDE as PRELUDE_WORDS

LABELS = sorted(word.replace("_", "-") for word in RESERVED
                if GOOD_LABEL.fullmatch(word.replace("_", "-")))


NAMES_OF_FUNCTIONS = "cos cosh exp ln max min sin sinh sqrt tanh sum product mod".split()


def shadowing(label: str) -> str:
    """A page that defines a function under that label, and says something false of a sine."""
    return rf"""
$$
x \in \mathbb{{R}}
\label{{a-number}}
$$

$$
g(x) := 0
\label{{{label}}}
$$

$$
g(x) + \sin x = \sum_{{j=1}}^{{k}} \sqrt{{e^x}}
\label{{claim}}
$$
"""


@pytest.mark.parametrize("label", LABELS)
def test_a_label_hides_no_word(label: str, formalizer: Callable[[str], Formalizer]) -> None:
    page = formalizer(shadowing(label))
    text = page.statement("claim").text
    word = label.replace("-", "_")
    assert f"Definition {word}_ (x : R) : R" in page.texts[label]
    assert f"  {word}_ x + sin x = sum (range 1 k) (fun j => sqrt (exp x))" in text


@pytest.mark.parametrize("word", sorted(RESERVED))
def test_a_letter_hides_no_word(word: str, formalizer: Callable[[str], Formalizer]) -> None:
    spelled = "".join(character for character in word if character.isalnum())
    page = formalizer(rf"""
$$
\mathrm{{{spelled}}} + \sin x = \sum_{{j=1}}^{{k}} \sqrt{{e^x}}
\qquad x \in \mathbb{{R}},\; \mathrm{{{spelled}}} \in \mathbb{{R}}
\label{{claim}}
$$
""")
    if page.equations["claim"].statement is None:
        assert spelled in NAMES_OF_FUNCTIONS  # the language keeps these for what they name
        return
    text = page.statement("claim").text
    bound = re.findall(r"forall (\w+) :", text)
    assert len(bound) == 3
    assert not set(bound) & RESERVED
    assert text.endswith(f"{bound[2]} + sin x = sum (range 1 k) (fun j => sqrt (exp x)).\n")


def test_the_condition_of_a_definition_has_a_name_of_its_own() -> None:
    assert name_of("log-sum-exp") == "log_sum_exp"
    assert name_of("softmax-has-value") == "softmax_has_value_"
    assert name_of("2d") == "_2d"


def test_all_words_of_the_prelude_are_reserved() -> None:
    prelude = PRELUDE.read_text(encoding="utf-8")
    defined = re.findall(r"^(?:Definition|Fixpoint) (\w+)", prelude, re.MULTILINE)
    assert set(defined) == PRELUDE_WORDS


def test_a_word_that_is_not_reserved_is_not_written(
    formalizer: Callable[[str], Formalizer], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the reading learns to say has to be entered, or it could be hidden."""
    monkeypatch.setattr("execmath.rocq.words.LIBRARY", LIBRARY - {"sin"})
    page = formalizer("\n$$\n\\sin x = x \\qquad x \\in \\mathbb{R}\n\\label{claim}\n$$\n")
    with pytest.raises(Refused, match="sin is no word of formal statements"):
        page.statement("claim")


@pytest.mark.usefixtures("prover")
def test_the_prover_sees_its_own_words_beside_labels_that_are_like_them(
    formalizer: Callable[[str], Formalizer], tmp_path: Path
) -> None:
    definitions = "".join(f"\n$$\nf_{{{place}}}(x) := {place} x\n\\label{{{label}}}\n$$\n"
                          for place, label in enumerate(LABELS))
    used = " + ".join(f"f_{{{place}}}(x)" for place in range(len(LABELS)))
    page = formalizer(r"""
$$
x \in \mathbb{R}
\label{a-number}
$$
""" + definitions + rf"""
$$
{used} + \sin x = \cos x + e^x
\label{{claim}}
$$
""")
    assert isinstance(page.equations["claim"].statement, s.Claim)
    statements = statements_file(page, [page.statement("claim")])
    total = sum(range(len(LABELS)))
    question = f"""\
From Coq Require Import Reals Lra.
Require Import prelude statements.
Open Scope R_scope.
Theorem claim : statement.claim <->
  forall x, {total} * x + Rtrigo_def.sin x = Rtrigo_def.cos x + Rtrigo_def.exp x.
Proof.
  split; intros H x; specialize (H x); revert H; cbv beta delta -[Rplus Rmult Rtrigo_def.sin
    Rtrigo_def.cos Rtrigo_def.exp IZR]; intros H; lra.
Qed.
"""
    own = {"prelude": PRELUDE.read_text(encoding="utf-8"), "statements": statements}
    outcomes = Prover(own, {"page": question}, tmp_path / "build").run({})
    assert outcomes["page"].error == ""


def test_keywords_are_apart_from_words() -> None:
    assert not KEYWORDS & (LIBRARY | PRELUDE_WORDS)
