"""Execute a folder of Markdown pages from a shell, without MkDocs.

  execmath check FOLDER           execute its equations and its code; `check` may be left out
  execmath merge PART…            join the parts that `check --shard` made
  execmath register FOLDER        add new labels to its register
  execmath proofs FOLDER FORMAL   check its formal proofs
  execmath faithful FOLDER FORMAL  measure how faithful its formal statements are
  execmath new FOLDER             make a small site to go on from; comes with mkdocs-execmath
  execmath survey SOURCE          say which displays of any site or paper can be read as written
  execmath --version

exit codes:
  0  everything holds
  1  there are problems; each is printed to stderr as PATH:LINE label: CODE message
  2  nothing could be tried: no such folder, no pages, an option that makes no sense
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import execmath
from execmath.commands.refusal import Refusal, see_that_there_are_pages
from execmath.documents import codes

GROUP = "execmath.commands"  # of entry points
ADDED = {"new": "mkdocs-execmath"}
EXTRA = {"numpy": 'pip install "execmath[numpy]"', "flint": "pip install python-flint",
         "cattrs": "pip install cattrs", "yaml": "pip install pyyaml"}


def main(arguments: list[str] | None = None) -> int:
    """What follows the name of the program: a command and its arguments, or those of `check`."""
    command, *rest = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        run = OPTIONS.get(command) or COMMANDS.get(command) or _added(command) or _check_of(command)
        return run(rest)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except ModuleNotFoundError as error:
        if error.name not in EXTRA:
            raise
        print(f"execmath: the package {error.name} is missing; {EXTRA[error.name]}",
              file=sys.stderr)
    except BrokenPipeError:  # whoever reads has seen enough
        sys.stderr.close()
    return 2


def usage(_: list[str]) -> int:
    print(__doc__)
    return 0


def say_version(_: list[str]) -> int:
    print(f"execmath {execmath.__version__}")
    return 0


def check(arguments: list[str]) -> int:
    from execmath.commands import check

    return check.main(arguments)


def merge(arguments: list[str]) -> int:
    from execmath.commands import check

    return check.merge(arguments)


def register(arguments: list[str]) -> int:
    from execmath.documents import register

    _see_that_folder_is_there(arguments)
    return register.main(arguments)


def proofs(arguments: list[str]) -> int:
    from execmath.documents import proofs

    _see_that_folder_is_there(arguments)
    return proofs.main(arguments)


def faithful(arguments: list[str]) -> int:
    from execmath.documents import faithfulness_trials

    _see_that_folder_is_there(arguments)
    return faithfulness_trials.main(arguments)


def survey(arguments: list[str]) -> int:
    from execmath.survey import command

    chosen = command.parsed(arguments)
    if not chosen.source.exists():
        raise Refusal(codes.NO_FOLDER, f"there is no {chosen.source}")
    return command.main(chosen)


Command = Callable[[list[str]], int]
OPTIONS: dict[str, Command] = {"--help": usage, "-h": usage, "--version": say_version}
COMMANDS: dict[str, Command] = {
    "check": check, "merge": merge, "register": register, "proofs": proofs, "faithful": faithful,
    "survey": survey,
}


def _added(name: str) -> Command | None:
    """A command that another package brings along."""
    for entry in entry_points(group=GROUP, name=name):
        command: Command = entry.load()
        return command
    if name in ADDED and not Path(name).exists():
        raise Refusal(codes.OPTION, f"{name} comes with another package: pip install {ADDED[name]}")
    return None


def _check_of(folder: str) -> Command:
    """`check` may be left out."""
    return lambda rest: check([folder, *rest])


def _see_that_folder_is_there(arguments: list[str]) -> None:
    """Where none is named, the command says itself what it wants."""
    for folder in [one for one in arguments if not one.startswith("-")][:1]:
        see_that_there_are_pages(Path(folder))
