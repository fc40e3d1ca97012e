"""The helper `truth` beside the tests is imported by name, and a compiled kernel is left unused.

These tests are about numpy's way; test_compiled.py tries the other.
"""

import os
import sys
from pathlib import Path

from lognormalizer import compiled
from lognormalizer.choice import CHOICE

sys.path.insert(0, str(Path(__file__).parent))
compiled.FUNCTIONS.clear()
os.environ[CHOICE] = "numpy"  # for programs that a test runs
