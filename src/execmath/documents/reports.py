"""Problems for those who show them beside the lines that they are about.

github  annotations of a pull request, as GitHub's runners read them from what is printed
sarif   SARIF 2.1.0 of OASIS, for code scanning and editors
junit   the XML of JUnit, for services that show tests: each equation is a test
json    problems as they are, each with what to do about it
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from urllib.parse import quote
from xml.etree import ElementTree

from execmath.documents.diagnostics import Diagnostic
from execmath.documents.results import Result
from execmath.runtime.codes import every_code

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = 1  # of the JSON
# XML 1.0 has no place for these, however they are written.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# problems with their paths, and the equations that were tried, each with its path -> a text
Format = Callable[[Sequence[Diagnostic], Sequence[tuple[str, Result]]], str]


def github(problems: Sequence[Diagnostic], equations: Sequence[tuple[str, Result]]) -> str:
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Diagnostic) -> str:
    title = f"{problem.code} {problem.label}".strip()
    return (f"::error file={_property(problem.page)},line={problem.line},"
            f"title={_property(title)}::{_data(problem.message)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Sequence[Diagnostic], equations: Sequence[tuple[str, Result]]) -> str:
    rules = [{"id": code.name, "shortDescription": {"text": code.title},
              "help": {"text": code.remedy}} for code in every_code()]
    driver = {"name": "execmath", "version": version("execmath"), "rules": rules}
    return json.dumps({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [
        {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
         "results": [_sarif_result(problem) for problem in problems]}]}, indent=1)


def _sarif_result(problem: Diagnostic) -> dict[str, object]:
    location: dict[str, object] = {"physicalLocation": {
        "artifactLocation": {"uri": quote(problem.page)},
        "region": {"startLine": problem.line}}}
    if problem.label:
        location["logicalLocations"] = [{"name": problem.label, "kind": "equation"}]
    return {"ruleId": problem.code.name, "level": "error",
            "message": {"text": problem.message}, "locations": [location]}


def junit(problems: Sequence[Diagnostic], equations: Sequence[tuple[str, Result]]) -> str:
    """An equation without a problem is a test that passes; what is wrong with no equation is a
    test of its own, named by its line."""
    tests = {(path, result.label): result.display.line for path, result in equations}
    wrong: dict[tuple[str, str], list[Diagnostic]] = {}
    for problem in problems:
        test = (problem.page, problem.label or f"line {problem.line}")
        wrong.setdefault(test, []).append(problem)
        tests.setdefault(test, problem.line)
    suite = ElementTree.Element("testsuite", name="execmath", tests=str(len(tests)),
                                failures=str(len(wrong)), errors="0")
    for (path, name), line in tests.items():
        case = ElementTree.SubElement(suite, "testcase", classname=_xml(path), name=_xml(name),
                                      file=_xml(path), line=str(line))
        if own := wrong.get((path, name)):
            first = own[0].message.splitlines()[0]
            failure = ElementTree.SubElement(case, "failure", type=own[0].code.name,
                                             message=_xml(first))
            failure.text = _xml("\n".join(map(str, own)))
    root = ElementTree.Element("testsuites")
    root.append(suite)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _xml(text: str) -> str:
    return NOT_IN_XML.sub("�", text)


def as_json(problems: Sequence[Diagnostic], equations: Sequence[tuple[str, Result]]) -> str:
    return json.dumps({"version": VERSION, "equations": len(equations),
                       "problems": list(map(_json_problem, problems))}, ensure_ascii=False,
                      indent=1)


def _json_problem(problem: Diagnostic) -> dict[str, object]:
    return {"path": problem.page, "line": problem.line, "label": problem.label,
            "code": problem.code.name, "title": problem.code.title, "message": problem.message,
            "remedy": problem.code.remedy}


FORMATS: dict[str, Format] = {"github": github, "sarif": sarif, "junit": junit, "json": as_json}
PRINTED_BESIDE = frozenset({"github"})  # what people read is printed too


def names() -> Iterable[str]:
    return ("text", *FORMATS)
