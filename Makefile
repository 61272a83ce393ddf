# What people type. `make run` and `make test` need Python 3.11 or newer, make and a package index; nothing else.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

.PHONY: run ui test test-duckdb-1.5 lint eval bench peers lock clean

run: $(READY)  ## materialise the whole chain over the inbox, publish, say what was found
	@$(PY) -m orchestration

ui: $(READY)  ## Dagster's UI on 127.0.0.1:3000
	@$(PY) -m orchestration.ui

test: $(READY)
	@$(PY) -m pytest

test-duckdb-1.5: $(READY)  ## what reads and writes tables, with the DuckDB that its maker advises where much hangs on it
	@$(PY) -m pip install --quiet --require-hashes --no-deps --upgrade --target build/duckdb-1.5 -r duckdb-1.5.lock
	@PYTHONPATH=build/duckdb-1.5 $(PY) -m pytest tests/sql tests/unit/orchestration tests/graph/test_sample.py \
	  tests/graph/test_nothing_new.py tests/graph/test_report.py tests/graph/test_export.py tests/graph/test_ingestion.py

lint: $(READY)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -m sqlfluff lint sql assets
	@$(PY) -m tests.audit

eval: $(READY)  ## score extraction and reconciliation against gold and benchmarks
	@$(PY) -m tests.evaluation

bench: $(READY)  ## measure everything at three sizes, beside the peers that are installed (a quarter of an hour)
	@$(PY) -W ignore -m bench

peers: $(READY)  ## install what extraction is measured beside
	@$(PY) -m pip install --quiet --group bench
	@$(PY) -m pip install --quiet --no-deps CQE==2.0.3

lock:  ## remake requirements.lock: exact versions with hashes, no index addresses (needs uv)
	uv pip compile pyproject.toml --group dev --universal --no-strip-extras --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock

$(READY): requirements.lock pip.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r pip.lock
	@$(PY) -m pip install --quiet --require-hashes -r requirements.lock
	@touch $(READY)

clean:  ## remove what was installed and made; the inbox stays
	rm -rf $(VENV) data build
