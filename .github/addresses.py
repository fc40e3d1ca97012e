"""Writes into what is released where the repository and the site are, which only its host knows.

    REPOSITORY=https://host/owner/name SITE=https://…/ TAG=v0.1.0 python .github/addresses.py [ROOT]

The packages get `[project.urls]`, their descriptions absolute links, and CITATION.cff the addresses
and the date. It refuses a tag that is not the version.
"""

from __future__ import annotations

import datetime
import os
import re
import sys
from pathlib import Path

RELATIVE = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s]+)\)")


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    repository, site, tag = (os.environ.get(name, "") for name in ("REPOSITORY", "SITE", "TAG"))
    version = re.search(r'^__version__ = "(.*)"', _read(root / "src/execmath/__init__.py"),
                        re.MULTILINE)
    if version is None or tag != f"v{version[1]}":
        print(f"the tag {tag} is not v{version[1] if version else '?'}", file=sys.stderr)
        return 1
    for project in sorted(root.glob("src/*/pyproject.toml")):
        _write(project, _read(project) + _urls(repository, site, tag))
        readme, folder = project.with_name("README.md"), project.parent.relative_to(root)
        _write(readme, RELATIVE.sub(rf"]({repository}/blob/{tag}/{folder.as_posix()}/\1)",
                                    _read(readme)))
    _write(root / "CITATION.cff", _read(root / "CITATION.cff") + _citation(repository, site))
    return 0


def _urls(repository: str, site: str, tag: str) -> str:
    named = {"Documentation": site, "Source": repository, "Issues": f"{repository}/issues",
             "Changelog": f"{repository}/blob/{tag}/CHANGELOG.md"}
    return "\n[project.urls]\n" + "".join(f'{name} = "{address}"\n'
                                          for name, address in named.items() if address)


def _citation(repository: str, site: str) -> str:
    named = {"date-released": datetime.date.today().isoformat(), "repository-code": repository,
             "url": site}
    return "".join(f"{name}: {value}\n" for name, value in named.items() if value)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
