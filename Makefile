# Everything a newcomer needs: `make site`, `make serve`, `make test`.
# Asks for GNU make and Python >= 3.11; the rest is installed below this folder, pinned by hash.

# The system's own Python where it will do: distributions build it with profile-guided optimization, which pyenv, unless
# told to, does not; with one that is built without, everything here takes a tenth longer.
FIT     := import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))
PYTHON  ?= $(shell /usr/bin/python3 -c '$(FIT)' 2>/dev/null && echo /usr/bin/python3 || echo python3)
VENV    := .venv
BIN     := $(VENV)/bin
NODE_IN := src/mkdocs_execmath/typesetting/js

# A worker that has nothing left to do takes over what another has not begun.
PYTEST := $(BIN)/python -m pytest -n auto --dist worksteal

# What set-up has done is kept beside what it made, so that removing the one removes the other.
PACKAGES := $(VENV)/.packages
TYPESET  := $(NODE_IN)/node_modules/.installed

# The environment's own Node comes before the machine's: see mkdocs_execmath/typesetting/node.py.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1
# What a site and a test print is the same whether the core's kernel was compiled or not.
export LOGNORMALIZER_KERNEL := numpy

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test time quick browser tamper fuzz printed bench map worst others readers register statements proofs faithful lint setup lock newest wheels sdists carried fits lighthouse clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile

site: setup ## execute every equation and write site/
	@$(BIN)/python -m mkdocs build

serve: setup ## the same, live, at a local address
	@$(BIN)/python -m mkdocs serve

test: time site ## the site, then all tests; those in a browser want Chromium; ARGS="-k name" hands arguments to pytest
	@$(PYTEST) --durations 10 $(ARGS)

time:
	@echo "make test: about 20 minutes on two cores; \`make quick\`, for while one works, takes less than one"

quick: setup ## tests for while you work, in under a minute; leaves out what builds a site, opens a browser, asks the prover, tries hostile pages or tampers
	@$(PYTEST) -m "not slow" $(ARGS)

printed: setup ## write anew what the code blocks print; then look at what changed
	@$(BIN)/python tests/support/printed.py

browser: setup ## the tests that open the built site in Chromium, alone
	@$(PYTEST) -m browser --durations 10 $(ARGS)

tamper: setup ## alter every formula and every line of code; each has to be refused (half an hour)
	@$(BIN)/python tests/tamper/tamper.py $(ARGS)

fuzz: setup ## make true and false claims, ten minutes long; no false one may be accepted
	@$(BIN)/python tests/fuzz $(ARGS)

bench: setup ## compare the speed of the numpy core with SciPy's and write docs/about/speed.md
	@$(BIN)/python tests/benchmarks/speed.py $(ARGS)

map: setup ## measure the errors of the numpy core over its input and write docs/about/error-map.md
	@$(BIN)/python tests/benchmarks/error_map.py

worst: setup ## search for the points at which the numpy core is farthest from the truth; ARGS=--keep makes them tests
	@$(BIN)/python tests/benchmarks/worst.py $(ARGS)

others: setup ## hold other libraries against the pages, in an environment of their own, and write docs/about/others.md
	@$(BIN)/python -m venv --clear .cache/others
	@.cache/others/bin/python -m pip install --quiet './src/execmath[numpy]' './src/lognormalizer[families]' jax torch
	@.cache/others/bin/python tests/benchmarks/others.py

readers: site ## hand the site's corpus to other readers of LaTeX, each in an environment of its own, and write docs/about/readers.md
	@$(BIN)/python -m venv --clear .cache/readers/sympy
	@.cache/readers/sympy/bin/python -m pip install --quiet sympy 'antlr4-python3-runtime==4.11.*'
	@$(BIN)/python -m venv --clear .cache/readers/latex2sympy2_extended
	@.cache/readers/latex2sympy2_extended/bin/python -m pip install --quiet latex2sympy2_extended
	@mkdir -p .cache/readers/node
	@cd .cache/readers/node && PATH="$(CURDIR)/$(BIN):$$PATH" npm install --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error @cortex-js/compute-engine >/dev/null
	@cd tests/benchmarks && $(CURDIR)/$(BIN)/python -m readers $(CURDIR)/site/corpus.json --environments $(CURDIR)/.cache/readers

register: setup ## add new labels to docs/labels.txt
	@$(BIN)/python -m execmath register docs

statements: setup ## write src/formal/statements.v anew from the pages
	@$(BIN)/python -m execmath proofs docs src/formal --write

proofs: setup ## check the formal proofs; wants Rocq (Coq) with Coquelicot
	@$(BIN)/python -m execmath proofs docs src/formal

faithful: setup ## alter the formulas and the statements of all proved claims; each has to be noticed (an hour; goes on where it was broken off)
	@$(BIN)/python -m execmath faithful docs src/formal

lint: setup ## style, types, and that imports go down only
	@$(BIN)/python -m ruff check src tests
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-logo

setup: $(PACKAGES) $(TYPESET) ## everything pinned, into .venv; nothing is done twice

$(PACKAGES): $(wildcard src/*/pyproject.toml) requirements/lock.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' has no venv. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "set-up: Python packages into $(VENV) (half a minute, once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements/lock.txt
	@$(BIN)/python -m pip install --quiet --no-index --no-build-isolation --no-deps $(patsubst %/pyproject.toml,--editable %,$(wildcard src/*/pyproject.toml))
	@touch $@

$(TYPESET): $(NODE_IN)/package.json $(NODE_IN)/package-lock.json $(PACKAGES)
	@echo "set-up: MathJax and Graphviz into $(NODE_IN)/node_modules"
	@cd $(NODE_IN) && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
	@touch $@

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
  --no-config --no-emit-index-url --no-emit-find-links \
  --no-emit-package lognormalizer --no-emit-package execmath --no-emit-package mkdocs-execmath $(ARGS)

lock: $(PACKAGES) ## write the locks anew; ARGS=--upgrade takes newer versions where they are allowed
	@echo "lock: requirements/*.txt"
	@$(PYTHON) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements/uv.txt
	@$(VENV)/lock/bin/$(LOCK) requirements/uv.in -o requirements/uv.txt
	@$(VENV)/lock/bin/$(LOCK) requirements/lock.in -o requirements/lock.txt
	@echo "lock: $(NODE_IN)/package-lock.json"
	@cd $(NODE_IN) && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error >/dev/null

newest: $(PACKAGES) ## take the newest version of every dependency, whatever is pinned
	@cd $(NODE_IN) && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error \
	  $$(node -p 'Object.keys(require("./package.json").dependencies).map((name) => name + "@latest").join(" ")') >/dev/null
	@$(MAKE) lock ARGS=--upgrade

wheels: setup ## build the three packages into dist/
	@for package in $(patsubst %/pyproject.toml,%,$(wildcard src/*/pyproject.toml)); do \
	  $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist $$package || exit 1; done

sdists: setup ## build their sources into dist/
	@for package in $(patsubst %/pyproject.toml,%,$(wildcard src/*/pyproject.toml)); do \
	  (cd $$package && $(CURDIR)/$(BIN)/python -m hatchling build -t sdist -d $(CURDIR)/dist) || exit 1; done

CARRIED := .cache/carried

carried: sdists ## install from these sources in a fresh environment and run the tests that they carry (ten minutes)
	@$(BIN)/python -m venv --clear $(CARRIED)
	@for source in dist/*.tar.gz; do tar -xzf $$source -C $(CARRIED) || exit 1; done
	@$(CARRIED)/bin/python -m pip install --quiet --find-links dist \
	  $$(for source in $(CARRIED)/*/PKG-INFO; do echo "$${source%/PKG-INFO}[test]"; done)
	@for source in $(CARRIED)/*/PKG-INFO; do \
	  (cd $${source%/PKG-INFO} && PATH="$(CURDIR)/$(CARRIED)/bin:$$PATH" pytest -q) || exit 1; done

fits: setup ## try every theme and plugin in a fresh environment and write docs/about/fits.md; ARGS=mike tries one
	@$(BIN)/python tests/fits/run.py $(ARGS)

lighthouse: site ## measure every kind of page of the built site, on a phone
	@cd tests/lighthouse && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
	@$(BIN)/python tests/lighthouse/measure.py site

clean: ## remove what was installed or built
	@rm -rf $(VENV) $(NODE_IN)/node_modules tests/lighthouse/node_modules site .site.* build dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find src tests -name __pycache__ -prune -exec rm -rf {} +
