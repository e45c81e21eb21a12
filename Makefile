# Every task with the course, in one place: `make help` lists them.
# A fresh Debian or Ubuntu needs `make` and nothing else; the rest is installed when it is missing.

PYTHON ?= python3# what the environment is made with: 3.11 or newer
PORT   ?= 8000#    where `make serve` shows the site
UV      = 0.13.9#  the tool that `make lock` uses

# Where browser tests find a browser; CHROMIUM=/path/to/one says it for them.
BROWSERS := chromium chromium-browser google-chrome

BIN  := .venv/bin
RUN  := .venv/run.stamp#   what the site is made with is installed
TEST := .venv/test.stamp#  and what it is tested with

SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)
APT   = { echo "installing $(1)"; $(SUDO) apt-get update -qq && \
    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -yqq --no-install-recommends $(1) >/dev/null; }
PIP   = $(BIN)/pip install --quiet --disable-pip-version-check --no-deps

export NO_MKDOCS_2_WARNING := 1
# Pages are dated by the last change, not by the day they are built: same input, same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)

# LANGUAGE=sv on the command line only: desktops set a variable of this name for their own words.
ifeq ($(origin LANGUAGE),command line)
export PREVIEW_LANGUAGE := $(LANGUAGE)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve build packages fonts check test bench pictures lock clean browser

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 9

serve: $(RUN) ## the site at http://127.0.0.1:8000/, rebuilt at every change (PORT=8001 for another port, LANGUAGE=de for that one only)
	SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

build: $(RUN) ## the site into site/, whole or not at all (SITE_URL=https://… where it will stand, LANGUAGE=de for that one only)
	rm -rf site.new site.old
	$(BIN)/mkdocs build --strict --clean --site-dir site.new || { rm -rf site.new; exit 1; }
	if [ -e site ]; then mv site site.old; fi && mv site.new site && rm -rf site.old

packages: $(RUN) fonts ## handbooks to print and to read offline into packages/, which the next build puts into the site
	$(BIN)/python -m coursesite packages

check: $(RUN) ## is the course sound? every problem, with its line
	$(BIN)/python -m coursesite check

test: $(TEST) browser fonts ## style, types and tests; all of them, also after one fails
	@failed=0; set -x; \
	$(BIN)/ruff check || failed=1; \
	$(BIN)/ruff format --check || failed=1; \
	$(BIN)/mypy || failed=1; \
	$(BIN)/pytest --numprocesses auto || failed=1; \
	{ set +x; } 2>/dev/null; exit $$failed

bench: $(TEST) browser ## how long builds take, how much pages weigh
	$(BIN)/python tests/benchmark.py

pictures: $(TEST) browser ## the pictures of the translator's guide, from the real pages, into docs/pictures/
	$(BIN)/python -m tests.screenshots

lock: .venv/uv-$(UV).stamp ## pin anew what pyproject.toml asks for (UPGRADE=--upgrade for the newest)
	@set -e; pin() { echo "pinning $$*"; UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile --quiet $(UPGRADE) --no-config \
	    --universal --python-version 3.11.2 --fork-strategy fewest \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate pyproject.toml "$$@"; }; \
	pin --output-file requirements.lock; \
	pin --extra test --constraint requirements.lock --output-file requirements-test.lock

clean: ## remove everything that was made, fetched or kept
	rm -rf site site.new site.old packages dist .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment, made once; what is in it, installed again only when its lock changes.

$(BIN)/python:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call APT,python3 python3-venv)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$$($(PYTHON) --version) is too old: 3.11 or newer is needed. Name one: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) --no-build-isolation --editable .
	@touch $@

$(TEST): requirements-test.lock $(RUN)
	$(PIP) --require-hashes --only-binary :all: -r requirements-test.lock
	@touch $@

.venv/uv-$(UV).stamp: | $(BIN)/python
	$(PIP) uv==$(UV)
	@touch $@

# What handbooks are set with: Pango, and the fonts that overrides/books/book.css names.
FONTS := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-urw-base35 fonts-open-sans fonts-dejavu-core

fonts:
	@! command -v dpkg-query >/dev/null || dpkg-query -W $(FONTS) >/dev/null 2>&1 || $(call APT,$(FONTS))

browser: $(TEST)
	@for name in $(CHROMIUM) $(BROWSERS); do command -v $$name >/dev/null && exit; done; $(call APT,chromium)
	@$(BIN)/playwright --version >/dev/null 2>&1 || $(call APT,libatomic1) # its driver needs this library
