"""What each lemma names, as the prover recorded it."""

from __future__ import annotations

from execmath.rocq.references import closure, read, tactics_in

TEXT = """Lemma first : True. Proof. exact I. Qed.
Ltac short := apply first.
Lemma second : True. Proof. short. Qed.
Theorem last : True. Proof. (* first *) apply second. Qed.
"""


def place(word: str, nth: int = 0) -> int:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(word, start + 1)
    return start


RECORD = f"""DIGEST 0
Fpage
prf {place("first")}:0 <> first
R{place("first", 1)}:0 page <> first thm
prf {place("second")}:0 <> second
prf {place("last")}:0 <> last
R{place("second", 1)}:0 page <> second thm
R{place("True", 2)}:0 Coq.Init.Logic <> True ind
"""


def test_a_proof_names_lemmas_itself_and_by_tactics() -> None:
    uses = read(RECORD, TEXT, {"page": "page"}, alone="page")
    assert uses == {"page.first": [], "page.short": ["page.first"],
                    "page.second": ["page.short"], "page.last": ["page.second"]}


def test_a_proof_uses_the_tactics_of_the_files_that_it_requires() -> None:
    tactics = tactics_in({"base": "Ltac short := both with both := idtac.", "other": "Lemma a."})
    assert tactics == {"short": "base.short", "both": "base.both"}
    text = "Lemma a : True. Proof. short. Qed."
    assert read("prf 6:6 <> a", text, {"page": "page"}, "page", tactics) == {
        "page.a": ["base.short"]}


def test_files_that_were_compiled_as_one_are_told_apart_by_their_modules() -> None:
    text = "Lemma a : True. Lemma b : True. apply a. Check b."
    record = "\n".join(["prf 6:6 m_1 a", "prf 22:22 m_2.Family b", "R38:38 whole m_1 a thm",
                        "def 41:45 asked b", "R47:47 whole m_2 b thm"])
    assert read(record, text, {"m_1": "one", "m_2": "two"}) == {
        "two.b": ["one.a"], "one.a": []}


def test_a_tactic_is_of_the_file_in_which_it_stands_though_no_lemma_is_before_it() -> None:
    text = ("Module m_1.\nLemma a : True. Proof. exact I. Qed.\nEnd m_1.\n"
            "Module m_2.\nLtac near := sides with sides := apply a.\n"
            "Lemma b : True. Proof. sides. Qed.\nEnd m_2.\n")
    a, b, named = text.index("a :"), text.index("b :"), text.index("apply a") + 6
    record = f"prf {a}:{a} m_1 a\nR{named}:{named} m_1 <> a thm\nprf {b}:{b} m_2 b"
    uses = read(record, text, {"m_1": "one", "m_2": "two"})
    assert closure(uses, "two.b", frozenset()) == ["two.sides", "two.near", "one.a"]


def test_what_a_lemma_rests_on_ends_where_it_is_told_to() -> None:
    uses = {"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": []}
    assert closure(uses, "a", frozenset()) == ["b", "c", "d"]
    assert closure(uses, "a", frozenset({"c"})) == ["b", "c"]
