# Six words: build serve test check bench clean. All set up what they need in .venv first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
TEST_STAMP := $(VENV)/.ready-to-test

.PHONY: build serve test check bench pictures clean

build: $(STAMP)
	@$(BIN)/patrika build

serve: $(STAMP)
	@$(BIN)/patrika serve

test: $(TEST_STAMP)
	@sh tests/needs.sh
	@$(BIN)/python -m pytest -n auto --dist loadfile

check: $(TEST_STAMP)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/architecture

bench: $(TEST_STAMP)
	@$(BIN)/python -m benchmarks $(BENCH)

pictures: $(STAMP)
	@$(BIN)/python -m drawings

clean:
	rm -rf output output.stage .patrika $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@sh tests/venv.sh "$(PYTHON)" "$(VENV)"

$(STAMP): $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

$(TEST_STAMP): $(STAMP) requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[test,check]'
	@touch $@
