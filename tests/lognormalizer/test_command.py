"""`python -m lognormalizer` prints the log-normalizer of numbers, with numpy alone."""

from __future__ import annotations

import io
import platform
import subprocess
import sys
from importlib import metadata

import numpy as np
import pytest

from lognormalizer import __main__, logsumexp, softmax
from lognormalizer.__main__ import main


def test_it_prints_the_log_normalizer_and_its_gradient(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["0.3", "-1.2", "2"]) == 0
    eta = [0.3, -1.2, 2]
    printed = dict(line.split(" ", 1) for line in capsys.readouterr().out.splitlines())
    assert float(printed["log-normalizer"]) == logsumexp(eta)
    assert list(map(float, printed["softmax"].split())) == softmax(eta).tolist()


def test_numbers_are_read_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("0,\n0 -inf\n"))
    assert main([]) == 0
    assert capsys.readouterr().out == "log-normalizer 0.6931471805599453\nsoftmax 0.5 0.5 0.0\n"


@pytest.mark.parametrize("given", [["x"], ["1", "two"], [","]])
def test_what_is_no_number_is_an_error(
    capsys: pytest.CaptureFixture[str], given: list[str]
) -> None:
    assert main(given) == 2
    printed = capsys.readouterr()
    assert printed.out == "" and printed.err.startswith("python -m lognormalizer: ")


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_it_says_what_it_does(capsys: pytest.CaptureFixture[str], asked: str) -> None:
    assert main([asked]) == 0
    assert capsys.readouterr().out == (__main__.__doc__ or "").strip() + "\n"


def test_it_says_which_versions_are_at_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--info"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"lognormalizer {metadata.version('lognormalizer')}"
    assert f"numpy {np.__version__}" in lines
    assert f"SciPy {metadata.version('scipy')}" in lines
    assert any(line.startswith(f"Python {platform.python_version()}") for line in lines)
    assert f"long double {np.finfo(np.longdouble).nmant + 1} bits" in lines


def test_without_scipy_it_says_what_needs_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(package: str) -> str:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "version", nothing)
    assert main(["--info"]) == 0
    assert "SciPy is not installed, which lognormalizer.families needs" in capsys.readouterr().out


def test_it_needs_numpy_alone() -> None:
    program = (
        "import sys, runpy; sys.argv = ['lognormalizer', '1', '2'];\n"
        "try: runpy.run_module('lognormalizer', run_name='__main__')\n"
        "except SystemExit as end: assert end.code == 0\n"
        "else: raise AssertionError('no exit code')\n"
        "third = {name.partition('.')[0] for name, module in sys.modules.items()"
        " if 'site-packages' in str(getattr(module, '__file__', ''))}\n"
        "print(sorted(name for name in third - {'lognormalizer'} if not name.startswith('_')))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True,
                          encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "['numpy']"
