# Everything sets itself up: `make serve` and `make test` work on a fresh Debian machine with Python 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CHROMIUM := $(or $(shell command -v chromium 2>/dev/null),$(shell command -v chromium-browser 2>/dev/null))
APT := $(if $(and $(filter 0,$(shell id -u)),$(shell command -v apt-get 2>/dev/null)),yes,)

.PHONY: hunt day widget judges help serve test check format bench crash chromium clean
.DEFAULT_GOAL := help

help:  ## what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(VENV)/.installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Doorstep needs Python 3.11 or newer with venv (Debian: apt install python3-venv)"; exit 1; }
	@echo "setting up $(VENV) (once, about a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]' 2>&1 | grep -v 'Location.*is ignored' || true
	@$(BIN)/python -c 'import bot.cli, pytest' && touch $@

serve: $(VENV)/.installed  ## set everything up and run Doorstep with the demo site
	@$(BIN)/python -m compileall -q bot flows storage widget; $(BIN)/doorstep serve

chromium:  # the browser of the browser tests, from Debian's packages
	@if [ -z "$(CHROMIUM)" ] && [ -n "$(APT)" ]; then echo "installing chromium …"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null; fi

judges:  # TypeScript and axe for the tests of the widget, where there is npm
	@if [ -e tests/npm/node_modules/.package-lock.json ]; then :; \
	elif command -v npm >/dev/null; then echo "installing tests/npm …"; (cd tests/npm && npm ci --silent --no-audit --no-fund) || true; \
	else echo "no npm here: the widget's types and its accessibility by axe are left out"; fi

test: $(VENV)/.installed chromium judges  ## set everything up and run all tests
	@$(BIN)/python -m compileall -q bot flows storage widget; $(BIN)/python -m pytest -q -n 3 --dist worksteal

hunt: $(VENV)/.installed  ## the laws of the core, on examples that nobody has tried yet
	@$(BIN)/python -m pytest -q -m hypothesis --hypothesis-profile=hunting

check: $(VENV)/.installed  ## ruff, mypy --strict, import-linter, the shipped flows
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports && $(BIN)/doorstep check

format: $(VENV)/.installed  ## put the code in order
	@$(BIN)/ruff check --fix-only -q . ; $(BIN)/ruff format -q .

bench: $(VENV)/.installed chromium  ## the figures: speed, memory, size
	@$(BIN)/python -m tests.bench

crash: $(VENV)/.installed  ## 200 kills, faults and power cuts, with their line of figures (about 15 minutes)
	@$(BIN)/python -m tests.crash

widget: $(VENV)/.installed chromium judges  ## the figures of the chat in the page (about five minutes)
	@$(BIN)/python -m tests.widget.figures

day: $(VENV)/.installed  ## a scripted day of an agency, told as it happens
	@$(BIN)/python -m tests.day

clean:  ## remove what was built
	rm -rf $(VENV) tests/npm/node_modules .mypy_cache .ruff_cache .hypothesis build *.egg-info
