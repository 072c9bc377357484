# Everything runs in .venv, which is made on first use; nothing has to be installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PICTURES := docs/images

.DEFAULT_GOAL := help
.PHONY: help install demo test check format bench screenshots translations bundle release-check clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

install: $(STAMP) ## make .venv with the app and its tools, in the tested versions

demo: $(STAMP) ## open the window on made-up sessions; without a display, do the main job offscreen with pictures
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  echo "There is no display, so the app drives itself offscreen through the main job:"; \
	  profile=$$(mktemp -d) && $(BIN)/joip-desktop --demo --profile-dir "$$profile" --tour build/demo; \
	  status=$$?; rm -rf "$$profile"; exit $$status; \
	else echo "The window opens; everything in it is made up."; $(BIN)/joip-desktop --demo; fi

test: $(STAMP) ## run all tests, offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

check: $(STAMP) ## ruff, mypy, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP) ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP) ## measure, as ratios against a baseline of the same run
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

screenshots: $(STAMP) ## render the pictures of README and docs anew
	@for look in light dark; do \
	  profile=$$(mktemp -d); \
	  $(BIN)/joip-desktop --demo --profile-dir "$$profile" --appearance $$look --tour $(PICTURES)/$$look || exit 1; \
	  rm -rf "$$profile"; \
	done

translations: $(STAMP) ## bring the files of translations in line with the sentences in the code
	$(BIN)/python -m tests.helpers.catalogue

bundle: $(STAMP) ## make a folder in dist that runs without Python, and an archive of it
	$(BIN)/python resources/release/bundle.py

release-check: $(STAMP) ## look at everything that a release needs
	$(BIN)/python resources/release/check.py

clean: ## remove what the targets above have made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
