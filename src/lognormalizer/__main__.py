"""`python -m lognormalizer 0.3 -1.2 2`: the log-normalizer of these numbers, and its gradient.

With no numbers they are read from standard input, separated by white space or commas.
`--info` says which versions are at work, which is what to write in a report of an error.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from importlib import metadata

import numpy as np

import lognormalizer
from lognormalizer.log_sum_exp import logsumexp, softmax


def main(arguments: Sequence[str] | None = None) -> int:
    """Print A(eta) and softmax(eta), each number as short as it can be read back.

    Exit codes: 0 printed, 2 no numbers.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in ("-h", "--help"):  # argparse would take -1.2 for an option
        print((__doc__ or "").strip())
        return 0
    if given == ["--info"]:
        print(info())
        return 0
    words = " ".join(given or [sys.stdin.read()]).replace(",", " ").split()
    try:
        eta = [float(word) for word in words]
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
        "kernel numpy, the only one there is",
        f"long double {np.finfo(np.longdouble).nmant + 1} bits",
    ])


def _version(package: str) -> str:
    """Of an installed package, which is not imported for that."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "is not installed, which lognormalizer.families needs"


if __name__ == "__main__":
    sys.exit(main())
