"""The search, asked by a table: its index and its script, without a browser."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import material
import pytest

from mkdocs_execmath.search import scripts
from mkdocs_execmath.typesetting.node import executable

TABLE = [tuple(line.rsplit(" -> ", 1))
         for line in Path(__file__).with_name("queries.txt").read_text("utf-8").splitlines()
         if not line.startswith("#")]
WORKERS = Path(material.__file__).parent / "templates/assets/javascripts/workers"

# A worker: it is told of messages in turn, and keeps what it posts.
WORKER = """
const [listeners, posted] = [[], []];
globalThis.self = globalThis;
globalThis.location = { href: 'https://s.example/assets/javascripts/workers/search.js' };
globalThis.addEventListener = (_, listener) => listeners.push(listener);
globalThis.postMessage = (message) => posted.push(message);
function send(data) {
  let isStopped = false;
  const event = { data, stopImmediatePropagation: () => { isStopped = true; } };
  for (const listener of listeners) if (!isStopped) listener(event);
}
"""
ASK = """
const { index, queries } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
send({ type: 0, data: { ...index, options: {} } });
console.log(JSON.stringify(queries.map((query) => {
  posted.length = 0;
  send({ type: 2, data: query });
  return posted.find(({ type }) => type === 3).data.items;
})));
"""
Groups = list[list[dict[str, str]]]


def ask(index: object, queries: list[str]) -> list[Groups]:
    (theirs,) = WORKERS.glob("search.*.min.js")
    program = f"{WORKER}{scripts.worker(theirs.read_text('utf-8'))}{ASK}"
    done = subprocess.run([executable(), "--input-type=commonjs", "--eval", program], check=True,
                          input=json.dumps({"index": index, "queries": queries}),
                          capture_output=True, encoding="utf-8", timeout=120)
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def index(built: Path) -> dict:
    return json.loads((built / "search/search_index.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def answers(index: dict) -> dict[str, Groups]:
    queries = [query for query, _ in TABLE]
    return dict(zip(queries, ask(index, queries), strict=True))


def test_the_table_is_long_and_asks_nothing_twice() -> None:
    assert len({query for query, _ in TABLE}) == len(TABLE) >= 120


@pytest.mark.parametrize(("query", "place"), TABLE)
def test_the_place_is_among_the_first_three(answers: dict[str, Groups], query: str,
                                            place: str) -> None:
    groups = [[one["location"] for one in group] for group in answers[query][:3]]
    assert any(place in group or place == group[0].partition("#")[0] for group in groups), groups


def test_a_hit_shows_a_sentence_and_the_formula(answers: dict[str, Groups]) -> None:
    ((hit, *_), *_) = answers["is kl divergence nonnegative"]
    assert '<img class="execmath-picture" alt="" src="https://s.example/eq/' in hit["text"]
    for groups in answers.values():
        for one in (one for group in groups[:3] for one in group):
            assert "∂∂" not in one["text"] and len(one["text"].partition("<img")[0]) < 400


def test_proofs_and_the_api_stand_below_pages_and_equations(answers: dict[str, Groups]) -> None:
    for query in ("softmax", "convex", "cumulants", "covariance", "sigmoid"):
        first = answers[query][0][0]["location"]
        assert first.startswith(("eq/", "theory/", "softmax/")), (query, first)


def test_what_is_nowhere_is_not_found(index: dict) -> None:
    assert ask(index, [r"\zeta(\aleph)^{\beth}", "xylophone"]) == [[], []]


def test_what_a_page_says_is_shown_as_text(index: dict) -> None:
    hostile = {"location": "eq/x/", "title": "<b>zyx</b>", "text": "zyx &lt;img onerror=x&gt;"}
    ((((hit,),)),) = ask({**index, "docs": [hostile]}, ["zyx"])
    assert hit["text"] == "<mark>zyx</mark> &lt;img onerror=x&gt;"
    assert hit["title"] == "<mark>zyx</mark>"
