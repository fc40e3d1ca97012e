"""A block shows what Python shows of the same code, and nothing of it outlives its page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from execmath.code import processes
from execmath.code.runner import PageCode
from execmath.documents.site import read_site

TWO = "$$ 1 + 1 = 2 \\label{two} $$\n"
FENCE = '```python exec="true" session="{}"\n{}\n```\n'

SHOWN = {
    "separators": "print(1, 2, sep=','); print('a', end='|'); print(file=__import__('sys').stdout)",
    "a stream": "import sys\nsys.stdout.write('written\\n'); sys.stdout.buffer.write(b'raw\\n')",
    "errors": "import sys\nprint('out'); print('err', file=sys.stderr); print('out again')",
    "pprint": "from pprint import pprint\npprint({'b': [1] * 40, 'a': 2})",
    "help": "def f(x: int) -> int:\n    'Doubles.'\n    return 2 * x\nhelp(f)",
    "a warning": "from warnings import warn\nwarn('careful')\nwarn('old', DeprecationWarning)",
    "a log": "import logging\nlogging.warning('%d%%', 3); logging.info('unseen')\n"
             "logging.getLogger('some').error('seen')",
    "a traceback": "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n"
                   "    traceback.print_exc()",
    "the end": "import atexit\natexit.register(print, 2); atexit.register(print, 1)\n"
               "print('first')",
    "the streams of Python": "import sys\nsys.stdout = sys.__stdout__\nprint('seen')",
    "no input": "try:\n    input('? ')\nexcept EOFError:\n    print('nobody')",
    "a dataclass": "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n"
                   "print(P(1), P.__module__, __name__)",
    "a thread": "import threading\nthreading.Thread(target=print, args=('beside',)).start()",
    "the width of a terminal": "import shutil\nprint(shutil.get_terminal_size())",
    "unicode": "print('η ∈ ℝ \\ud800'.encode('utf-8', 'replace').decode())",
}


def of_page(folder: Path, *sources: str, session: str = "s") -> PageCode:
    text = TWO + "".join(FENCE.format(session, source) for source in sources)
    (folder / "page.md").write_text(text, encoding="utf-8")
    return PageCode(read_site(folder), "page.md")


def shown(code: PageCode) -> list[str]:
    """What each block wrote; all of them have to end well."""
    for block in code.site.pages["page.md"].blocks:
        problem = code.problem(block)
        assert problem is None, problem
    return list(code.printed.values())


def refusal(code: PageCode) -> str:
    """Why the last block is refused."""
    problem = code.problem(code.site.pages["page.md"].blocks[-1])
    assert problem is not None
    return str(problem)


@pytest.mark.parametrize("source", SHOWN.values(), ids=SHOWN)
def test_a_block_shows_what_python_shows(tmp_path: Path, source: str) -> None:
    (ran,) = shown(of_page(tmp_path, source))
    script = tmp_path / "script.py"
    script.write_text("\n\n" + source, encoding="utf-8")
    done = subprocess.run([sys.executable, "-u", str(script)], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
    assert done.returncode == 0, done.stdout
    assert ran == done.stdout.replace(str(script), "page.md")


def test_a_log_handler_of_one_block_shows_in_the_next(tmp_path: Path) -> None:
    code = of_page(tmp_path, "import logging\nlogging.basicConfig(format='%(message)s')",
                   "logging.warning('seen')")
    assert shown(code) == ["", "seen\n"]


def test_what_runs_at_the_end_shows_at_the_last_block(tmp_path: Path) -> None:
    code = of_page(tmp_path, "import atexit\natexit.register(print, 'end')\nprint(1)", "print(2)")
    assert shown(code) == ["1\n", "2\nend\n"]


def test_a_closed_stream_is_open_again(tmp_path: Path) -> None:
    code = of_page(tmp_path, "import sys\nprint(1)\nsys.stdout.close()", "print(2)")
    assert shown(code) == ["1\n", "2\n"]


def test_how_numbers_print_is_a_matter_of_the_page(tmp_path: Path) -> None:
    rough = "import numpy as np\nnp.set_printoptions(precision=2)\nprint(np.array([1 / 3]))"
    assert shown(of_page(tmp_path, rough, "print(np.array([2 / 3]))")) == ["[0.33]\n", "[0.67]\n"]
    plain = "import numpy as np\nprint(np.array([1 / 3]))"
    assert shown(of_page(tmp_path, plain)) == ["[0.33333333]\n"]


def test_the_folder_the_environment_and_the_path_are_a_matter_of_the_page(tmp_path: Path) -> None:
    moved = ("import os, sys\nos.chdir('/')\nos.environ['A_LETTER'] = 'x'\n"
             "sys.path.insert(0, 'nosuch')\nprint(os.getcwd())")
    before = Path.cwd()
    assert shown(of_page(tmp_path, moved, "print(os.getcwd())")) == ["/\n", "/\n"]
    assert Path.cwd() == before
    assert "nosuch" not in sys.path
    assert shown(of_page(tmp_path, "import os\nprint(os.environ.get('A_LETTER'))")) == ["None\n"]


# ----------------------------------------------------------------------------- what is refused

FAILING = {
    "assert 1 == 2, 'no'": "AssertionError: no",
    "def f():\n    raise KeyError('k')\n\nf()": "KeyError: 'k'",
    "import sys\nsys.exit(0)": "the block asked to end the build: SystemExit(0)",
    "import os\nos._exit(0)": "the block asked to end the build: SystemExit('os._exit')",
    "import posix\nposix._exit(0)": "SystemExit('os._exit')",
    "import os\nos.execv('/bin/true', ['true'])": "SystemExit('os.execv')",
    "import pytest\npytest.skip('no', allow_module_level=True)": "Skipped: no",
    "import atexit\natexit.register(lambda: 1 / 0)": "ZeroDivisionError",
    "1 +": "SyntaxError: invalid syntax",
}


@pytest.mark.parametrize(("source", "message"), FAILING.items())
def test_a_block_that_ends_early_is_refused(tmp_path: Path, source: str, message: str) -> None:
    assert message in refusal(of_page(tmp_path, source))


def test_a_failure_is_told_with_the_line_of_the_page(tmp_path: Path) -> None:
    code = of_page(tmp_path, "def f():\n    1 / 0", "\nf()")
    assert refusal(code).startswith("page.md:4: C402 ")


def test_assertions_are_not_left_out(tmp_path: Path) -> None:
    of_page(tmp_path, "assert False")
    done = subprocess.run([sys.executable, "-O", "-m", "execmath", "check", str(tmp_path)],
                          capture_output=True, encoding="utf-8")
    assert done.returncode != 0
    assert "without assertions" in done.stderr


def test_a_thread_that_goes_on_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("execmath.code.runner.PATIENCE", 0.05)
    source = ("import threading\nstop = threading.Event()\n"
              "threading.Thread(target=stop.wait, args=(2,), name='late', daemon=True).start()")
    assert "leaves the thread late running" in refusal(of_page(tmp_path, source))


def test_a_thread_that_is_started_below_threading_is_refused_if_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("execmath.code.runner.PATIENCE", 0.1)
    source = "import _thread, time\n_thread.start_new_thread(time.sleep, (2,))"
    assert "leaves a thread running that has no name" in refusal(of_page(tmp_path, source))


SLEEP = "[sys.executable, '-c', 'import time; time.sleep(60)']"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="told by Linux only")
@pytest.mark.parametrize("source", [
    f"import subprocess, sys\nsubprocess.Popen({SLEEP}, start_new_session=True)",
    "import os, sys\nif os.fork() == 0:\n    if os.fork() == 0:\n        os.setsid()\n"
    f"        os.execv(sys.executable, {SLEEP})\n    os._exit(0)\nos.wait()",
], ids=["in a session of its own", "left behind by another"])
def test_a_process_that_goes_on_is_ended_and_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    monkeypatch.setattr("execmath.code.runner.PATIENCE", 0.5)
    before = processes.children()
    assert "leaves a process running" in refusal(of_page(tmp_path, source))
    assert processes.ended(before, 5)


def test_a_process_that_is_waited_for_is_none(tmp_path: Path) -> None:
    source = "import subprocess, sys\nsubprocess.run([sys.executable, '-c', '1'], check=True)"
    assert shown(of_page(tmp_path, source)) == [""]


ALTERING = {
    "import execmath\nexecmath.holds = print": "execmath.holds",
    "from execmath.code import assertions\nassertions.holds = print":
        "execmath.code.assertions.holds",
    "from execmath.code import assertions\nassertions.holds.__code__ = (lambda: 1).__code__":
        "execmath.code.assertions.holds",
    "from execmath.code import assertions\nassertions._Trial.run = print": "_Trial.run",
    "from execmath.code import assertions\nassertions.max = print": "execmath.code.assertions.max",
    "from execmath.runtime import limits\nlimits.POINTS = 1": "execmath.runtime.limits.POINTS",
    "from execmath.code import blocks\nblocks.LANGUAGES = set()": "execmath.code.blocks.LANGUAGES",
    "from execmath.code import blocks\nblocks.ALLOWED.clear()": "execmath.code.blocks.ALLOWED",
    "from execmath.checking.verdict import Verdict\nVerdict.holds = True": "Verdict.holds",
    "from execmath.code import integrity\nintegrity.Guard.restore = lambda self: []":
        "execmath.code.integrity.Guard.restore",
    "from execmath.code import integrity\nintegrity._are_the_same = lambda *_: True":
        "execmath.code.integrity._are_the_same",
    "from execmath.code import runner\nrunner.Program.run = print":
        "execmath.code.runner.Program.run",
    "import sys\nsys.setprofile(lambda *_: None)": "sys.setprofile",
    "import numpy as np\nnp.exp = np.log": "numpy.exp",
    "import flint\nflint.arb = float": "flint.arb",
    "import flint\nflint.ctx.prec = 5": "flint.ctx",
    "import builtins\nbuiltins.abs = float": "builtins.abs",
    "import random\nrandom.Random.random = lambda self: 0.5": "random.Random.random",
    "import sys\nsys.modules['math'] = sys.modules['cmath']": "math",
    "from execmath.code import active_site\nactive_site.use(None)":
        "execmath.code.active_site._current",
    "from execmath.code import active_site\nactive_site.current().ledger.results.clear()":
        "the results of the site",
    "from execmath.code import active_site\nactive_site.current().ledger.problems.append(1)":
        "the problems of the site",
    "from execmath.code import active_site\n"
    "for result in active_site.current().ledger.results.values():\n"
    "    object.__setattr__(result.statement, 'span', (7, 7))": "what a display says",
    "import gc\ngc.callbacks.append(print)": "gc.callbacks",
    "import sys\nsys.meta_path.insert(0, None)": "sys.meta_path",
    "import signal\nsignal.signal(signal.SIGUSR1, print)": "signal.signal",
    "import signal\nsignal.setitimer(signal.ITIMER_REAL, 900)": "signal.setitimer",
}


@pytest.mark.parametrize("source", [
    "import sys\nsys._getframe()",
    "import inspect\ninspect.currentframe()",
    "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    error.__traceback__.tb_frame",
    "numbers = (number for number in [1])\nnumbers.gi_frame",
    "import gc\ngc.get_objects()",
    "import ctypes\nctypes.c_int.from_address(id(1))",
    "exec(compile('import sys; sys._getframe()', 'elsewhere', 'exec'))",
])
def test_a_block_does_not_reach_for_what_watches_it(tmp_path: Path, source: str) -> None:
    assert "a block must not look at what it is called from" in refusal(of_page(tmp_path, source))


def test_a_hook_that_would_outlive_the_block_is_not_added(tmp_path: Path) -> None:
    source = ("import sys\nevents = []\nsys.addaudithook(lambda *event: events.append(event))\n"
              "compile('1', 'here', 'eval')\nprint(events)")
    assert shown(of_page(tmp_path, source)) == ["[]\n"]


@pytest.mark.parametrize("source", [
    "import collections\ncollections.namedtuple('Pair', 'x y')",
    "import dataclasses\n@dataclasses.dataclass\nclass Point:\n    x: int",
    "import logging\nlogging.getLogger('quiet').debug('nothing')",
    "import gc\ngc.collect()",
    "import inspect\ninspect.signature(print)",
])
def test_a_library_may_look_at_frames_for_itself(tmp_path: Path, source: str) -> None:
    assert shown(of_page(tmp_path, f"{source}\nprint('done')")) == ["done\n"]


@pytest.mark.parametrize(("source", "name"), ALTERING.items())
def test_a_block_that_alters_the_engine_is_refused_and_the_engine_restored(
    tmp_path: Path, source: str, name: str
) -> None:
    message = refusal(of_page(tmp_path, source))
    assert message.startswith("page.md:2: C405 this block alters ")
    assert name in message
    harmless = "from execmath import holds\nimport numpy, flint\nprint(numpy.exp(0), flint.arb(1))"
    assert shown(of_page(tmp_path, harmless)) == ["1.0 1.00000000000000\n"]
