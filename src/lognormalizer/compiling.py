"""`python -m lognormalizer --compile`: the kernel for the processor of this machine."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from lognormalizer.compiled import LIBRARY

SOURCE = Path(__file__).with_name("kernel.c")
FLAGS = "-O3 -march=native"


def build(library: Path = LIBRARY) -> None:
    """Compile the kernel, by the compiler in CC with the options in CFLAGS.

    raises  OSError where there is no compiler, or the folder cannot be written to;
            subprocess.CalledProcessError where the compiler fails, with what it says
    """
    compiler = shlex.split(os.environ.get("CC", "cc"))
    flags = shlex.split(os.environ.get("CFLAGS", FLAGS))
    with tempfile.TemporaryDirectory(dir=library.parent) as folder:
        done = Path(folder, library.name)
        subprocess.run([*compiler, *flags, "-shared", "-fPIC", "-Wno-psabi", "-o", str(done),
                        str(SOURCE), "-lm"], check=True, capture_output=True, encoding="utf-8")
        os.replace(done, library)
