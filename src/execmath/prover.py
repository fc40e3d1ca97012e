"""The Rocq prover: compile a folder of proofs, each file once, and ask what each theorem rests on.

What was compiled is kept by the digest of all that it depends on: the prover's version, the file,
and the files that it requires. The word of the prover is the only one that counts; a result whose
digest is another, or whose compiled file is gone, is worked out anew. A failure is never kept.
"""

from __future__ import annotations

import fcntl
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from execmath.cache import Cache, digest

LIBRARY = "user-contrib/Coquelicot"
SECONDS = 300  # for one file
# Nothing of the user's own; every check of the kernel is on unless a file turns it off, and then
# what a theorem rests on says so.
OPTIONS = ("-q", "-w", "none")
MARK = "== "
ERROR = re.compile(r'^File "[^"]*", line (\d+), characters \d+-\d+:\n(.*)', re.DOTALL)


@dataclass(frozen=True)
class Outcome:
    """What became of a file: what each theorem rests on at most, or what is wrong and where."""

    assumptions: Mapping[str, tuple[str, ...]]
    error: str = ""
    line: int = 0


def version(cache: Cache = Cache()) -> str:
    """The prover's version; "" where there is none, or none with the library of real analysis."""
    if (program := shutil.which("coqc")) is None:
        return ""
    state = Path(program).stat()
    key = digest("prover", program, str(state.st_size), str(state.st_mtime_ns))
    where, told = cache.remember(key, lambda: [
        subprocess.run([program, option], capture_output=True, text=True, check=False,
                       stdin=subprocess.DEVNULL).stdout.strip()
        for option in ("-where", "--print-version")])
    return told.split()[0] if (Path(where) / LIBRARY).exists() and told else ""


class Prover:
    """Compiles `sources` into `folder`, as many at a time as there are `workers`."""

    def __init__(self, sources: Sequence[Path], folder: Path, axioms: Sequence[str] = (),
                 workers: int = 1) -> None:
        """`axioms` are those that a theorem may rest on."""
        self.folder, self.axioms = folder, frozenset(axioms)
        self.texts = {path.stem: path.read_text(encoding="utf-8") for path in sources}
        self.workers = workers
        self.cache = Cache(folder)
        self.version = version(self.cache)

    def run(self, theorems: Mapping[str, Mapping[str, str]]) -> dict[str, Outcome]:
        """What became of each file.

        theorems  by file: the theorems to ask about, and the proposition that each has to prove
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # two builds at a time would compile over each other
            return self._run(theorems)

    def _run(self, theorems: Mapping[str, Mapping[str, str]]) -> dict[str, Outcome]:
        for name, text in self.texts.items():
            _write(self.folder / f"{name}.v", text)
        needs = self._needs()
        running: dict[str, Future[Outcome]] = {}

        def work(name: str) -> Outcome:
            for other in needs[name]:
                if running[other].result().error:
                    return Outcome({}, f"{other}.v, which it requires, is not proved", 1)
            return self._compile(name, keys[name])

        keys: dict[str, str] = {}
        for name in _in_order(needs):
            keys[name] = digest(self.version, *OPTIONS, self.texts[name],
                                *(keys[other] for other in needs[name]))
        with ThreadPoolExecutor(self.workers) as pool:
            # In the order of dependence, so that who waits waits for one that is running.
            for name in keys:
                running[name] = pool.submit(work, name)
            compiled = {name: future.result() for name, future in running.items()}
        asked = {name: theorems[name] for name, outcome in compiled.items()
                 if not outcome.error and theorems.get(name)}
        return compiled | self._ask_all(keys, asked)

    def _needs(self) -> dict[str, list[str]]:
        """Which of the files each file requires, itself or through others."""
        names = sorted(self.texts)
        key = digest("needs", self.version, *names, *(self.texts[name] for name in names))
        needs: dict[str, list[str]] = self.cache.remember(key, self._ask_needs)
        return needs

    def _ask_needs(self) -> dict[str, list[str]]:
        told = self._call("coqdep", *(f"{name}.v" for name in sorted(self.texts)))
        if told.returncode:
            raise RuntimeError(f"coqdep: {told.stderr.strip()}")
        direct = {}
        for line in told.stdout.splitlines():
            target, _, rest = line.partition(":")
            if target.split()[0].endswith(".vo"):
                found = re.findall(r"(\w+)\.vo\b", rest)
                direct[target.split()[0][:-3]] = [name for name in found if name in self.texts]
        return direct

    def _compile(self, name: str, key: str) -> Outcome:
        compiled = self.folder / f"{name}.key"
        if not (self.folder / f"{name}.vo").exists() or _read(compiled) != key:
            compiled.unlink(missing_ok=True)
            told = self._call("coqc", *OPTIONS, f"{name}.v")
            if told.returncode:
                return _failed(told.stderr)
            _write(compiled, key)
        return Outcome({})

    def _ask_all(self, keys: Mapping[str, str],
                 theorems: Mapping[str, Mapping[str, str]]) -> dict[str, Outcome]:
        """That each theorem of each file proves its proposition, and what it rests on.

        It takes the prover two seconds to find that out, of one theorem or of all. So it is asked
        of all at once; of a file by itself only where that fails, or is more than a theorem may
        rest on; and of each of its theorems where it is more for the file.
        """
        if not theorems:
            return {}
        found = self._ask("", digest(*(keys[name] for name in theorems)), theorems)
        if found is not None:
            return found
        with ThreadPoolExecutor(self.workers) as pool:
            asked = {name: pool.submit(self._ask_file, name, keys[name], theorems[name])
                     for name in theorems}
            return {name: future.result() for name, future in asked.items()}

    def _ask(self, name: str, key: str,
             theorems: Mapping[str, Mapping[str, str]]) -> dict[str, Outcome] | None:
        """What became of the theorems of some files, if they all rest on nothing but the axioms."""
        together = ", ".join(f"asked_{file}.{theorem}" for file, named in sorted(theorems.items())
                             for theorem in sorted(named))
        question = (f"{_head(theorems)}Definition all_of_them := ({together}).\n"
                    f"{_print('all', 'all_of_them')}")
        answer = self._answer(name, key, question)
        if isinstance(answer, Outcome) or not self.axioms.issuperset(answer["all"]):
            return None
        return {file: Outcome(dict.fromkeys(named, tuple(answer["all"])))
                for file, named in theorems.items()}

    def _ask_file(self, name: str, key: str, theorems: Mapping[str, str]) -> Outcome:
        if (found := self._ask(name, key, {name: theorems})) is not None:
            return found[name]
        question = _head({name: theorems}) + "".join(
            _print(theorem, f"asked_{name}.{theorem}") for theorem in sorted(theorems))
        answer = self._answer(name, key, question)
        if isinstance(answer, Outcome):
            return answer
        return Outcome({theorem: tuple(found) for theorem, found in answer.items()})

    def _answer(self, name: str, key: str, question: str) -> dict[str, list[str]] | Outcome:
        kept = f"{name}-{digest(key, question)}"
        answer: dict[str, list[str]] | None = self.cache.load(kept)
        if answer is None:
            _write(self.folder / f"ask_{name}.v", question)
            told = self._call("coqc", *OPTIONS, f"ask_{name}.v")
            if told.returncode:
                return Outcome({}, _failed(told.stderr).error, 1)
            answer = _assumptions(told.stdout)
            self.cache.store(kept, answer)
        return answer

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [program, "-Q", ".", "", *arguments]
        try:
            return subprocess.run(command, cwd=self.folder, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 1, "", f"more than {SECONDS} s")


def _in_order(needs: Mapping[str, Sequence[str]]) -> list[str]:
    ordered: list[str] = []
    while len(ordered) < len(needs):
        ready = [name for name in sorted(needs)
                 if name not in ordered and set(needs[name]) <= set(ordered)]
        if not ready:
            raise RuntimeError("files that require each other")
        ordered += ready
    return ordered


def _head(theorems: Mapping[str, Mapping[str, str]]) -> str:
    """Each theorem anew, by file, as a proof of its proposition."""
    modules = {proposition.partition(".")[0]
               for named in theorems.values() for proposition in named.values()}
    return f"Require {' '.join(sorted({*modules, *theorems}))}.\n" + "".join(
        f"Module asked_{file}.\n" + "".join(
            f"Definition {theorem} : {proposition} := {file}.{theorem}.\n"
            for theorem, proposition in sorted(named.items())) + f"End asked_{file}.\n"
        for file, named in sorted(theorems.items()))


def _print(mark: str, theorem: str) -> str:
    return f'Goal True. idtac "{MARK}{mark}". Abort.\nPrint Assumptions {theorem}.\n'


def _assumptions(output: str) -> dict[str, list[str]]:
    """What each theorem rests on, by name; what is no name is kept whole, and is on no list."""
    found: dict[str, list[str]] = {}
    for line in output.splitlines():
        if line.startswith(MARK):
            current = found.setdefault(line[len(MARK) :], [])
        elif line and not line[0].isspace() and line not in (
                "Axioms:", "Closed under the global context"):
            current.append(line.partition(" : ")[0].strip())
    return found


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
