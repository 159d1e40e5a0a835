# Each target makes its own virtual environment; nothing but Python (3.11 or newer) and make is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check messages clean bench-reading bench-injections bench-capture bench-incremental bench-families

demo: $(STAMP)
	$(BIN)/xianzhi demo

test: check
	$(BIN)/python -m pytest -q -n auto --dist loadfile

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "xianzhi needs Python 3.11 or newer; say make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@

# Benches: each prints its table and says where it writes it.
bench-reading: $(VENV)/.installed-bench
	$(BIN)/python -m tests.bench.reading

bench-injections: $(STAMP)
	$(BIN)/python -m tests.bench.injections

bench-capture: $(VENV)/.installed-bench
	$(BIN)/python tests/bench/capture/bench.py

bench-incremental: $(STAMP)
	$(BIN)/python -m tests.bench.incremental

bench-families: $(STAMP)
	$(BIN)/python -m tests.bench.families

$(VENV)/.installed-bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info

# Chinese for what archivists see: takes over new messages; translate them in the .po file, then run it again.
messages: $(STAMP)
	@mkdir -p build
	$(BIN)/pybabel -q extract -k _ -o build/xianzhi.pot crawler archive
	$(BIN)/pybabel -q update -N --no-wrap -D xianzhi -l zh -i build/xianzhi.pot -o archive/locale/zh/LC_MESSAGES/xianzhi.po
	$(BIN)/pybabel -q compile -D xianzhi -d archive/locale
