# Everything runs in .venv, which the targets make themselves from a fresh clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

AXE := training/tagwright_training/evaluate/axe

.PHONY: demo test check axe editors vscode wheel dist vsix web web-tools clean
.DEFAULT_GOAL := test

# The real server answers three prompts of a page; needs the base install only, no torch.
demo: $(VENV)/.base
	$(BIN)/python -m tagwright.demo

test: check axe web-tools editors vscode
	$(BIN)/python -m pytest

# What the accessibility scores need: axe-core from npm, and a Chromium. Without them the scores
# are left out and their tests skipped, so nothing fails here.
axe:
	@sh $(AXE)/install.sh

# Builds the files that `tagwright serve` shows in a browser; they are committed, since a fresh
# clone may have no Node.js.
web: web-tools
	@cd editor-client/web && npx --no-install tsc --noEmit && node build.mjs

web-tools:
	@sh editor-client/web/install.sh

# The editors that the tests drive: Neovim, Helix and Emacs, see editor-client/others/README.md.
# Tests of an editor that can't be had are skipped.
editors:
	@sh tests/editors/install.sh

# VS Code as a server, out of the npm package code-server, and a Chromium to drive it with.
vscode:
	@sh tests/vscode/install.sh

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict

# Ratios, measured side by side; no test depends on them. Takes a few minutes.
bench: $(VENV)/.test
	$(BIN)/python -m tests.bench.grammar

wheel: $(VENV)/.test
	$(BIN)/python -m build --wheel --no-isolation

# dist/tagwright-VERSION.vsix, with the wheel in it; needs Node.js.
vsix: wheel
	@sh editor-client/vscode/scripts/package.sh

# Wheel, sdist and VS Code extension, each tried where nothing else is installed.
dist: $(VENV)/.test
	$(BIN)/python tests/release/dist.py

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache

# --group came with pip 25.1; the pip that venv brings may be older.
$(VENV)/.pip:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade 'pip>=25.1'
	touch $@

$(VENV)/.base: $(VENV)/.pip pyproject.toml constraints.txt
	$(PIP) install --quiet -c constraints.txt -e .
	touch $@

$(VENV)/.test: $(VENV)/.pip pyproject.toml constraints.txt
	$(PIP) install --quiet -c constraints.txt -e '.[train,serve]' --group dev
	touch $@ $(VENV)/.base
