"""What to write in the place of a sign that the grammar does not have."""

from __future__ import annotations

from execmath.language.tokens import Token

HINTS = {
    r"\cap": "of two events both are written with a comma between them, as in P(X > 1, Y > 2); "
              "intersections of sets are not there",
    r"\cup": r"unions are not there; write the probability of each part, or a sum over a set",
    r"\setminus": r"differences of sets are not there; write \notin as a condition",
    r"\subset": "inclusions are not there; say of a member that it is in a set",
    r"\subseteq": "inclusions are not there; say of a member that it is in a set",
    r"\wedge": "two statements are set apart by a comma",
    r"\land": "two statements are set apart by a comma",
    r"\vee": "one statement or another is not there",
    r"\lor": "one statement or another is not there",
    r"\neg": "a negation is not there; write the opposite relation",
    r"\otimes": "a Kronecker or tensor product is not there; write the matrix in blocks",
    r"\odot": "write products of components by their index, as in x_i y_i",
    r"\circ": "write a composition at its argument, as in f(g(x))",
    r"\ast": "write a convolution as its integral or its sum",
    r"\mapsto": r"a function is defined at its argument, f(x) := …",
    r"\simeq": r"write \approx before a numeral, or = with an O(…)",
    r"\cong": r"write = for an equality", r"\doteq": "write := for a definition",
    r"\pm": "write both signs, as two claims", r"\mp": "write both signs, as two claims",
    r"\infty": r"infinity is an end of an interval, a bound, or where a limit goes, and no number",
    r"\emptyset": "the empty set is not there", r"\varnothing": "the empty set is not there",
    r"\lfloor": "whole parts are not there", r"\lceil": "whole parts are not there",
    r"\mid": r"a bar stands between arguments, or before what is given in P(… \mid …)",
    ":": r"a colon stands between a function and its sets, as in f \colon A \to B; the name of a "
         "statement, as in H_0:, is said in words before the display",
    r"\to": "an arrow stands below a limit, or between the sets of a function",
    r"\sim": r"the law of a letter is declared by itself, X \sim f",
    r"\\": "a row begins with a relation or an operator where it goes on with the one above",
    "&": r"a & stands in matrices, cases and the rows of an environment",
}


def hint(token: Token) -> str:
    """What to write instead, behind a message; or nothing."""
    advice = HINTS.get(token.text)
    return f"; {advice}" if advice else ""
