"""The Rocq prover: compile a folder of proofs, each file once, and ask what each theorem rests on.

Where most of the files are new it is given all of them as one; what it does not take so, it is
given file by file, and then each has its own error.

The machine's own files, the prelude and the statements, come first, and a question states them anew
from their texts: a theorem is asked whether it proves the text, not whether it proves what some
file beside it calls by that name.

What was compiled is kept by the digest of all that it depends on: the prover's version, the file,
and the files that it requires. The word of the prover is the only one that counts; a result whose
digest is another, or whose compiled file is gone, is worked out anew. A failure is never kept. And
what lies compiled in the folder that the prover did not make there is removed before it is asked:
it would believe it.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

from execmath.rocq.bundle import as_one, module_of
from execmath.rocq.references import Uses, read, tactics_in
from execmath.runtime.cache import Cache, digest

LIBRARY = "user-contrib/Coquelicot"
NEEDED = ("user-contrib/mathcomp",)  # by the library of real analysis
SECONDS = 300  # for one file
# Nothing of the user's own; every check of the kernel is on unless a file turns it off, and then
# what a theorem rests on says so.
OPTIONS = ("-q", "-w", "none")
COMPILED = (".vo", ".cmxs")  # to what the kernel reads, and to what the machine runs
MARK = "== "
ERROR = re.compile(r'^File "[^"]*", line (\d+), characters \d+-\d+:\n(.*)', re.DOTALL)

Theorems = Mapping[str, Mapping[str, str]]
"""By file: the theorems to ask about, and the proposition that each has to prove."""


@dataclass(frozen=True)
class Outcome:
    """What became of a file: what each theorem rests on at most, or what is wrong and where."""

    assumptions: Mapping[str, tuple[str, ...]]
    error: str = ""
    line: int = 0


def _installation(cache: Cache) -> tuple[str, Path] | None:
    """The prover's version, and the folder of its libraries."""
    if (program := shutil.which("coqc")) is None:
        return None
    state = Path(program).stat()
    key = digest("prover", program, str(state.st_size), str(state.st_mtime_ns))
    where, words = cache.remember(key, lambda: [
        subprocess.run([program, option], capture_output=True, text=True, check=False,
                       stdin=subprocess.DEVNULL).stdout.strip()
        for option in ("-where", "--print-version")])
    return (words.split()[0], Path(where)) if (Path(where) / LIBRARY).exists() and words else None


def version(cache: Cache = Cache()) -> str:
    """The prover's version; "" where there is none, or none with the library of real analysis."""
    installation = _installation(cache)
    return installation[0] if installation else ""


def library_files(cache: Cache = Cache()) -> frozenset[str]:
    """The names of the files of the prover's library and of the library of real analysis."""
    installation = _installation(cache)
    if installation is None:
        return frozenset()
    return frozenset(path.stem for folder in ("theories", LIBRARY, *NEEDED)
                     for path in (installation[1] / folder).rglob("*.vo"))


class Prover:
    """Compiles files into `folder`, as many at a time as there are `workers`."""

    def __init__(self, own: Mapping[str, str], proofs: Mapping[str, str], folder: Path,
                 axioms: Sequence[str] = (), workers: int = 1) -> None:
        """
        own     the machine's own files, in the order of dependence: their texts by name
        proofs  the files of proofs, likewise in any order
        axioms  those that a theorem may rest on

        raises  ValueError where a file of proofs has the name of one of the machine's own
        """
        if shared := own.keys() & proofs.keys():
            raise ValueError(f"{min(shared)}.v stands beside the machine's own file of that name")
        self.folder, self.axioms = folder, frozenset(axioms)
        self.own, self.texts = list(own), {**own, **proofs}
        self.workers = workers
        self.uses: Uses = {}  # what each lemma names, once the prover has run
        self.cache = Cache(folder)
        self.version = version(self.cache)

    def run(self, theorems: Theorems) -> dict[str, Outcome]:
        """What became of each file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # two builds at a time would compile over each other
            return self._run(theorems)

    def compile_each(self) -> dict[str, Outcome]:
        """Compile each file by itself, and ask nothing of it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            keys, needs = self._prepared()
            return self._compile_all(keys, needs)

    def _prepared(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        """The files in their folder, with nothing beside them: their digests, in the order of
        dependence, and what each requires."""
        for name, text in self.texts.items():
            _write(self.folder / f"{name}.v", text)
        needs = self._needs()
        keys = self._keys(needs)
        self._remove_strangers(keys)
        return keys, needs

    def _run(self, theorems: Theorems) -> dict[str, Outcome]:
        keys, needs = self._prepared()
        missing = [name for name in keys if not self._is_compiled(name, keys[name])]
        if 2 * len(missing) > len(keys) and (outcomes := self._at_once(list(keys), theorems)):
            return outcomes
        compiled = self._compile_all(keys, needs)
        for name, key in keys.items():
            self.uses |= self.cache.load(f"names-{name}-{key}") or {}
        in_question = {name: theorems[name] for name, outcome in compiled.items()
                       if not outcome.error and theorems.get(name)}
        return compiled | self._ask_all(keys, in_question)

    def _remove_strangers(self, keys: Mapping[str, str]) -> None:
        """Every compiled file, here or below, that is none of those that were kept; and links to
        other folders, where the prover would look as well."""
        own = {self.folder / f"{name}.vo" for name, key in keys.items()
               if self._is_compiled(name, key)}
        for path in set(self.folder.rglob("*")) - own:
            if path.suffix in COMPILED or (path.is_symlink() and path.is_dir()):
                path.unlink()

    def _keys(self, needs: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """The digests of all that each file depends on, in the order of dependence."""
        keys: dict[str, str] = {}
        for name in _in_order(needs, self.own):
            keys[name] = digest(self.version, *OPTIONS, self.texts[name],
                                *(keys[other] for other in needs[name]))
        return keys

    def _compile_all(self, keys: Mapping[str, str], needs: Mapping[str, Sequence[str]]
                     ) -> dict[str, Outcome]:
        """Each file by itself, several at a time."""
        running: dict[str, Future[Outcome]] = {}

        def work(name: str) -> Outcome:
            for other in needs[name]:
                if running[other].result().error:
                    return Outcome({}, f"{other}.v, which it requires, is not proved", 1)
            required = {other: self.texts[other] for other in keys if other in needs[name]}
            return self._compile(name, keys[name], required)

        with ThreadPoolExecutor(self.workers) as pool:
            # In the order of dependence, so that who waits waits for one that is running.
            for name in keys:
                running[name] = pool.submit(work, name)
            return {name: future.result() for name, future in running.items()}

    def _needs(self) -> dict[str, list[str]]:
        """Which of the files each file requires, itself or through others."""
        names = sorted(self.texts)
        key = digest("needs", self.version, *names, *(self.texts[name] for name in names))
        needs: dict[str, list[str]] = self.cache.remember(key, self._ask_needs)
        return needs

    def _ask_needs(self) -> dict[str, list[str]]:
        done = self._call("coqdep", *(f"{name}.v" for name in sorted(self.texts)))
        if done.returncode:
            raise RuntimeError(f"coqdep: {done.stderr.strip()}")
        direct = {}
        for line in done.stdout.splitlines():
            target, _, rest = line.partition(":")
            if target.split()[0].endswith(".vo"):
                required = re.findall(r"(\w+)\.vo\b", rest)
                direct[target.split()[0][:-3]] = [name for name in required if name in self.texts]
        return direct

    def _at_once(self, order: Sequence[str], theorems: Theorems) -> dict[str, Outcome] | None:
        """What became of all files as one, if they are all in order."""

        def named(file: str) -> str:
            return module_of(file, self.texts)

        to_prove = {file: theorems[file] for file in order if theorems.get(file)}
        mark = digest(*map(named, order))  # which no text can print of itself
        question = f"{as_one(self.texts, order)}{_all(to_prove, mark, named)}"
        answer = self._answer("at_once", self.version, question)
        if isinstance(answer, Outcome) or not self._is_enough(axioms := answer.get(mark)):
            return None
        modules = {name: file for file in order for name in (file, named(file))}
        self.uses = self.cache.remember(f"uses-{digest(question)}", lambda: read(
            _read(self.folder / "ask_at_once.glob"), question, modules))
        return {file: Outcome(dict.fromkeys(theorems.get(file, ()), tuple(axioms)))
                for file in order}

    def _is_compiled(self, name: str, key: str) -> bool:
        """Is there a compiled file, and is it the one that the prover made of just this text?"""
        compiled = self.folder / f"{name}.vo"
        return compiled.exists() and self.cache.load(f"{name}-{key}") == digest(
            compiled.read_bytes())

    def _compile(self, name: str, key: str, required: Mapping[str, str]) -> Outcome:
        if not self._is_compiled(name, key):
            done = self._call("coqc", *OPTIONS, f"{name}.v")
            if done.returncode:
                return _failed(done.stderr)
            compiled = (self.folder / f"{name}.vo").read_bytes()
            self.cache.store(f"{name}-{key}", digest(compiled))
            self.cache.store(f"names-{name}-{key}", read(
                _read(self.folder / f"{name}.glob"), self.texts[name],
                {file: file for file in self.texts}, name, tactics_in(required)))
        return Outcome({})

    def _ask_all(self, keys: Mapping[str, str], theorems: Theorems) -> dict[str, Outcome]:
        """That each theorem of each file proves its proposition, and what it rests on.

        It takes the prover two seconds to find that out, of one theorem or of all. So it is asked
        of all at once; of a file by itself only where that fails, or is more than a theorem may
        rest on; and of each of its theorems where it is more for the file.
        """
        if not theorems:
            return {}
        outcomes = self._ask("", digest(*(keys[name] for name in theorems)), theorems)
        if outcomes is not None:
            return outcomes
        with ThreadPoolExecutor(self.workers) as pool:
            running = {name: pool.submit(self._ask_file, name, keys[name], theorems[name])
                       for name in theorems}
            return {name: future.result() for name, future in running.items()}

    def _ask(self, name: str, key: str, theorems: Theorems) -> dict[str, Outcome] | None:
        """What became of the theorems of some files, if they all rest on nothing but the axioms."""
        question = f"{self._premise(theorems)}{_all(theorems, 'all', self._named)}"
        answer = self._answer(name, key, question)
        if isinstance(answer, Outcome) or not self._is_enough(axioms := answer.get("all")):
            return None
        return {file: Outcome(dict.fromkeys(of_file, tuple(axioms)))
                for file, of_file in theorems.items()}

    def _is_enough(self, axioms: Sequence[str] | None) -> TypeGuard[Sequence[str]]:
        """For a theorem to rest on. None is no answer."""
        return axioms is not None and self.axioms.issuperset(axioms)

    def _ask_file(self, name: str, key: str, theorems: Mapping[str, str]) -> Outcome:
        alone = {name: theorems}
        if (outcomes := self._ask(name, key, alone)) is not None:
            return outcomes[name]
        question = f"{self._premise(alone)}{_anew(alone, self._named)}" + "".join(
            _print(theorem, f"asked_{name}.{theorem}") for theorem in sorted(theorems))
        answer = self._answer(name, key, question)
        if isinstance(answer, Outcome):
            return answer
        return Outcome({theorem: tuple(axioms) for theorem, axioms in answer.items()})

    def _premise(self, theorems: Theorems) -> str:
        """The machine's own files stated anew, and then what the files of proofs have compiled."""
        return f"{as_one(self.texts, self.own)}Require {' '.join(sorted(theorems))}.\n"

    def _named(self, file: str) -> str:
        """What a file is called in a question: the machine's own by a digest of its text."""
        return module_of(file, self.texts) if file in self.own else file

    def _answer(self, name: str, key: str, question: str) -> dict[str, list[str]] | Outcome:
        cache_key = f"{name}-{digest(key, question)}"
        answer: dict[str, list[str]] | None = self.cache.load(cache_key)
        if answer is None:
            _write(self.folder / f"ask_{name}.v", question)
            done = self._call("coqc", *OPTIONS, f"ask_{name}.v")
            if done.returncode:
                return Outcome({}, _failed(done.stderr).error, 1)
            answer = _assumptions(done.stdout)
            self.cache.store(cache_key, answer)
        return answer

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [program, "-Q", ".", "", *arguments]
        # Where the prover looks for libraries is its own business, not that of a variable.
        plain = {name: value for name, value in os.environ.items()
                 if not name.startswith(("COQ", "ROCQ"))}
        try:
            return subprocess.run(command, cwd=self.folder, capture_output=True, text=True,
                                  env=plain, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 1, "", f"more than {SECONDS} s")


def _in_order(needs: Mapping[str, Sequence[str]], first: Sequence[str]) -> list[str]:
    """All files, each behind those that it requires; `first` come first."""
    ordered = list(first)
    while len(ordered) < len(needs):
        ready = [name for name in sorted(needs)
                 if name not in ordered and set(needs[name]) <= set(ordered)]
        if not ready:
            raise RuntimeError("files that require each other")
        ordered += ready
    return ordered


def _anew(theorems: Theorems, module: Callable[[str], str]) -> str:
    """Each theorem anew, by file, as a proof of its proposition. `module` is what a file is
    called."""

    def definition(file: str, theorem: str, proposition: str) -> str:
        place, _, name = proposition.partition(".")
        return f"Definition {theorem} : {module(place)}.{name} := {module(file)}.{theorem}.\n"

    return "".join(
        f"Module asked_{file}.\n"
        + "".join(definition(file, *theorem) for theorem in sorted(named.items()))
        + f"End asked_{file}.\n"
        for file, named in sorted(theorems.items()))


def _all(theorems: Theorems, mark: str, module: Callable[[str], str]) -> str:
    """What all of them rest on."""
    together = ", ".join(["I", *(f"asked_{file}.{theorem}" for file, named
                                 in sorted(theorems.items()) for theorem in sorted(named))])
    return (f"{_anew(theorems, module)}Definition all_of_them := ({together}).\n"
            f"{_print(mark, 'all_of_them')}")


def _print(mark: str, theorem: str) -> str:
    return f'Goal True. idtac "{MARK}{mark}". Abort.\nPrint Assumptions {theorem}.\n'


def _assumptions(output: str) -> dict[str, list[str]]:
    """What each theorem rests on, by name; what is no name is kept whole, and is on no list."""
    axioms: dict[str, list[str]] = {}
    for line in output.splitlines():
        if line.startswith(MARK):
            current = axioms.setdefault(line[len(MARK) :], [])
        elif line and not line[0].isspace() and line not in (
                "Axioms:", "Closed under the global context"):
            current.append(line.partition(" : ")[0].strip())
    return axioms


def _failed(output: str) -> Outcome:
    if match := ERROR.match(output):
        return Outcome({}, " ".join(match[2].split())[:600], int(match[1]))
    return Outcome({}, " ".join(output.split())[:600], 1)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _write(path: Path, text: str) -> None:
    """Leave a file alone that says so already."""
    if _read(path) != text:
        path.write_text(text, encoding="utf-8")
