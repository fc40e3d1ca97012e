"""What is wrong with the code of pages: the codes C400 to C499."""

from __future__ import annotations

from execmath.runtime.codes import code

OPENING = code("C401", "A block of code that is not opened as it should",
               'Python that runs is opened by ```python exec="true" session="…".')
FAILS = code("C402", "A block of code fails", "The message is that of Python, at its line.")
DIFFERS = code("C403", "A function is not what the page says",
               "The worst point is shown, with what the function returns and what is true.")
ENDS = code("C404", "A block of code asks to end the build", "Let it run to its last line.")
ALTERS = code("C405", "A block of code alters what checks it",
              "Work on a copy; what the engine, numpy and Python define stays as it is.")
THREAD = code("C406", "A block of code leaves a thread running", "Join the thread.")
NO_ASSERTIONS = code("C407", "Python runs without assertions",
                     "Start it without -O and without PYTHONOPTIMIZE.")
NOT_RUN = code("C408", "A block of code was not run",
               "Put it on the page itself, out of comments, quotations and other blocks.")
NOT_SHOWN = code("C409", "The output of a block of code is not on its page",
                 "Set the block off by empty lines; another extension may have taken it away.")
SHOWN_OTHERWISE = code("C410", "Code is shown otherwise than it stands on its page",
                       "What is shown has to be what runs: do not include files into a block.")
PROCESS = code("C411", "A block of code leaves a process running",
               "Wait for it, as `subprocess.run` does.")
