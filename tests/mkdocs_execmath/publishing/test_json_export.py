"""What other programs read: JSON that its schema describes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from execmath.documents import json_export
from execmath.documents.addresses import Publisher
from execmath.documents.register import parse
from execmath.documents.site import Site
from mkdocs_execmath.components import site_files

SCHEMA = json.loads((site_files.SOURCES / json_export.SCHEMA).read_text("utf-8"))
REGISTER = parse("total  2026-01-02  0123456789ab\n")


@pytest.fixture(scope="module")
def exported(site: Site) -> dict:
    publisher = Publisher("Sums", "https://sums.example/")
    return json.loads(json_export.everything(site.ledger, REGISTER, publisher))


def test_the_export_is_as_the_schema_says(exported: dict) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(exported, SCHEMA)


def test_the_schema_refuses_what_it_does_not_know(exported: dict) -> None:
    broken = json.loads(json.dumps(exported))
    broken["equations"][0]["verdict"]["probably"] = True
    with pytest.raises(jsonschema.ValidationError, match="probably"):
        jsonschema.validate(broken, SCHEMA)


def test_an_equation_is_exported_with_its_address_its_evidence_and_its_neighbors(
    exported: dict, site: Site
) -> None:
    total = next(item for item in exported["equations"] if item["label"] == "total")
    verdict = site.ledger.results["total"].verdict
    assert total["url"] == "https://sums.example/eq/total/"
    assert total["published"] == "2026-01-02"
    assert total["latex"] == r"s(x) := \sum_{i=1}^{n} x_i"
    assert total["uses"] == ["size", "numbers"]
    assert total["used_by"] == ["doubled-total"]
    assert total["verdict"]["holds"] and total["verdict"]["points"] == verdict.points > 0


def test_a_statement_is_told_from_its_hypotheses_and_a_declaration_has_none(
    exported: dict,
) -> None:
    doubled = next(item for item in exported["equations"] if item["label"] == "doubled-total")
    assert doubled["statement"] == "m s(x) = s(m x)"
    assert doubled["hypotheses"] == r"x \in \mathbb{R}^n"
    size = next(item for item in exported["equations"] if item["label"] == "size")
    assert size["statement"] == r"n \in \{2, 3, \ldots\}, \qquad m \in \mathbb{R}_{>0}"
    assert size["hypotheses"] == ""


def test_what_was_not_executed_does_not_hold(exported: dict) -> None:
    picture = next(item for item in exported["equations"] if item["label"] == "picture")
    assert picture["kind"] == "shown"
    assert picture["verdict"]["holds"] is False
    assert picture["verdict"]["reason"] == "a picture in symbols"


def test_the_totals_count_every_equation(exported: dict) -> None:
    assert exported["totals"] == {"claim": 1, "definition": 1, "declaration": 2, "instance": 0,
                                  "refuted": 0, "shown": 1}
    assert len(exported["equations"]) == 5
