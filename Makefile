# One command each: `make run` to learn, `make test` to see that everything holds.
# Everything is installed into .venv and node_modules of this folder; nothing else on the machine changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_FLAGS ?=
FUZZ_FLAGS ?=
SOAK_FLAGS ?=
PICTURES_FLAGS ?=
# What a class adds or leans on most: its tests run on PostgreSQL, too.
OF_A_CLASS := accounts catalogue cohorts community credentials gradebook labs lessons looking_back practice review search
FRONTEND_SOURCES := $(shell find frontend -type f 2>/dev/null) package.json package-lock.json tsconfig.json hatch_build.py

.DELETE_ON_ERROR:
.PHONY: run test testpostgres setup check format lock bench fuzz soak pictures learner content clean help

help:  ## Show what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | sort

run: setup  ## Set up what is missing and start the course
	@$(BIN)/upslope run $(RUN_FLAGS)

setup: $(VENV)/.package $(VENV)/.frontend  ## Install everything; afterwards .venv/bin/upslope is the command

$(VENV)/.locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Upslope needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) -V 2>&1). Install one and call: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up. The first time takes a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(sed -n 's/^\(uv==[0-9.]*\).*/\1/p' requirements.lock)"
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock || \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.frontend: $(FRONTEND_SOURCES) | $(VENV)/.locked
	@$(BIN)/python hatch_build.py
	@touch $@

$(VENV)/.package: $(VENV)/.locked pyproject.toml hatch_build.py | $(VENV)/.frontend
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline --editable . || \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

test: setup  ## Run every test
	@$(BIN)/python -m compileall -q src  # else each of a hundred servers and commands may have to do it again
	@$(BIN)/python -m pytest $(PYTEST_FLAGS)
	@$(BIN)/python -m pytest -p tests.support.on_postgres $(PYTEST_FLAGS) $(addprefix tests/web/,$(OF_A_CLASS))
	@$(BIN)/python hatch_build.py test

testpostgres: setup  ## Run all tests of pages on PostgreSQL, but for those of `upslope run`
	@$(BIN)/python -m pytest -p tests.support.on_postgres $(PYTEST_FLAGS) tests/web --ignore-glob='*/test_run*.py'

check: setup  ## Format, lint, types, import contracts, TypeScript, course
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python hatch_build.py check
	UPSLOPE_DATA=$(VENV) $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/upslope check --seeds 5

format: setup  ## Put every Python file into the one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

content: setup  ## Lint the course and prove every question on 200 seeds; lint the gallery of figures
	$(BIN)/upslope check
	$(BIN)/upslope check docs/authors/figures

bench: setup  ## Measure what is promised in figures
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

fuzz: setup  ## Try the parser with a million texts that nobody would think of, 10,000 derivations, 1,000 broken notebooks
	@UPSLOPE_DERIVATIONS=10000 UPSLOPE_MUTANTS=1000 $(BIN)/python -m pytest -q \
	  tests/maths/test_every_derivation.py tests/grading/notebooks/test_mutations.py
	@$(BIN)/python -m tests.maths.fuzzing $(FUZZ_FLAGS)

pictures: setup  ## Take pictures of every figure into test-artefacts/figures: light, dark, large, small
	@$(BIN)/python -m tests.browser.figure_pictures $(PICTURES_FLAGS)

learner: setup  ## Let a scripted learner complete every module that is written, in a real browser
	@UPSLOPE_MODULES="what-is-calculus multivariate-calculus multivariate-chain-rule taylor-series optimisation regression" \
	  $(BIN)/python -m pytest -q tests/browser/test_scripted_learner.py

soak: setup  ## Kill servers 250 times while a quiz is answered and a class hands in, and count what is kept
	@$(BIN)/python -m tests.soak $(SOAK_FLAGS)

lock: $(VENV)/.locked  ## Take the newest releases that pyproject.toml and package.json allow
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-annotate --no-header --upgrade --quiet --output-file requirements.lock

clean:  ## Remove everything that make has made
	rm -rf $(VENV) node_modules src/upslope/web/static/built src/upslope/course/lint/built dist build test-artefacts .mypy_cache .ruff_cache .pytest_cache
