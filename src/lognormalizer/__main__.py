"""`python -m lognormalizer 0.3 -1.2 2`: the log-normalizer of these numbers, and its gradient.

With no numbers they are read from standard input, separated by white space or commas.
`--info` says which versions are at work, which is what to write in a report of an error.
`--compile` compiles a kernel that makes logsumexp, softmax and log_softmax several times as fast,
by the C compiler in CC with the options in CFLAGS; LOGNORMALIZER_KERNEL=numpy leaves it unused.
"""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata

import numpy as np

import lognormalizer
from lognormalizer import compiled
from lognormalizer.compiling import build
from lognormalizer.log_sum_exp import logsumexp, softmax


def main(arguments: Sequence[str] | None = None) -> int:
    """Print A(eta) and softmax(eta), each number as short as it can be read back.

    Exit codes: 0 printed, 2 no numbers, or no kernel could be compiled.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in ("-h", "--help"):  # argparse would take -1.2 for an option
        print((__doc__ or "").strip())
        return 0
    if given == ["--info"]:
        print(info())
        return 0
    if given == ["--compile"]:
        return compile_kernel()
    return print_values(given or [sys.stdin.read()])


def print_values(texts: Sequence[str]) -> int:
    """Of the numbers in these texts."""
    try:
        eta = [float(word) for word in " ".join(texts).replace(",", " ").split()]
    except ValueError as error:
        print(f"python -m lognormalizer: {error}", file=sys.stderr)
        return 2
    if not eta:
        print("python -m lognormalizer: no numbers; give the components of eta", file=sys.stderr)
        return 2
    print("log-normalizer", float(logsumexp(eta)))
    print("softmax", *map(float, softmax(eta)))
    return 0


def info() -> str:
    """What results depend on, a line each: versions, the machine, and the code that computes."""
    return "\n".join([
        f"lognormalizer {lognormalizer.__version__}",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"numpy {np.__version__}",
        f"SciPy {_version('scipy')}",
        f"kernel {kernel()}",
        f"long double {np.finfo(np.longdouble).nmant + 1} bits",
    ])


def kernel() -> str:
    """What computes logsumexp, softmax and log_softmax."""
    if compiled.FUNCTIONS:
        return f"compiled, {compiled.LIBRARY}"
    return "numpy; `python -m lognormalizer --compile` compiles another"


def compile_kernel() -> int:
    try:
        build()
    except subprocess.CalledProcessError as error:
        print(f"python -m lognormalizer: the C compiler failed:\n{error.stderr}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"python -m lognormalizer: no kernel was compiled: {error}. Name a C compiler, GCC "
              "or Clang, in CC", file=sys.stderr)
        return 2
    print(f"compiled {compiled.LIBRARY}; it is at work from the next import on")
    return 0


def _version(package: str) -> str:
    """Of an installed package, which is not imported for that."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "is not installed, which lognormalizer.families needs"


if __name__ == "__main__":
    sys.exit(main())
