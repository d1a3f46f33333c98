# One command for each thing. `run` and `test` start from a bare machine with python3, python3-venv, make and git.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed
SYSTEM := $(VENV)/.system-libraries
SAMPLE := resources/sample/article.html

.PHONY: run sample test check bench train clean
.DELETE_ON_ERROR:

run: $(READY) $(SYSTEM)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" != Linux ]; then \
		$(BIN)/python -m app; \
	else \
		echo "There is no display here, so Ibidem runs its main job without a window."; \
		$(MAKE) --no-print-directory sample; \
	fi

# The main job on the bundled article, without a window.
sample: $(READY)
	@mkdir -p build && rm -f build/sample.ibidem build/sample.ibidem-*
	@$(BIN)/python -m app import $(SAMPLE) --library build/sample.ibidem
	@$(BIN)/python -m app export build/sample.bib --library build/sample.ibidem
	@$(BIN)/python -m app notes $(SAMPLE) --bib build/sample-works.bib --report build/sample-report.json

test: $(READY) $(SYSTEM)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(READY) $(SYSTEM)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

# The tagger's models anew, from the grammar in benchmarks/training and the free references beside the project.
train: $(READY)
	$(BIN)/python -m benchmarks.training
	$(BIN)/python -m benchmarks.training.readings

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(SYSTEM): .ci/system-libraries | $(BIN)/python
	@sh .ci/system-libraries
	@touch $@
