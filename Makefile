# The few commands of the project. README.md gives the same as plain commands for Windows.
.PHONY: run setup test check bench demo messages constraints

run: setup ## serve the workspace, with the demo where there is none
	@exec .venv/bin/python -m dashboard serve --demo-if-none

setup: ## make .venv from requirements.txt
	@scripts/make_venv.sh requirements.txt

demo: setup ## make the demo agency
	@.venv/bin/python -m dashboard demo

.PHONY: setup-dev
setup-dev:
	@scripts/make_venv.sh requirements-dev.txt

check: setup-dev ## style, types and SQL
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/sqlfluff lint --processes 2 --quiet queries

test: setup-dev check ## everything that must hold, the real browser included
	SVERKA_CHROMIUM="$$(.venv/bin/python scripts/find_browser.py)" && export SVERKA_CHROMIUM \
		&& SVERKA_NGINX="$$(.venv/bin/python scripts/find_nginx.py)" && export SVERKA_NGINX \
		&& .venv/bin/python -m pytest -n 3

bench: setup-dev ## measure; results go to docs/performance.md
	.venv/bin/python -m benchmarks

messages: setup-dev ## bring the translations' catalogue up to date with the code
	.venv/bin/python scripts/messages.py extract

constraints: setup-dev ## write down the versions that the tests passed with
	{ head -1 constraints.txt; .venv/bin/pip freeze; } > constraints.draft && mv constraints.draft constraints.txt
