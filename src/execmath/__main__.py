"""Runs the command line: python -m execmath FOLDER."""

import sys

from execmath.cli import main

if __name__ == "__main__":
    sys.exit(main())
