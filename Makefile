# The daily commands. `make check` is what CI runs.
.PHONY: install check lint types layers test format pictures

install:
	pip install -e '.[dev]'

check: lint types layers test

lint:
	ruff check .
	ruff format --check .

types:
	mypy

layers:
	lint-imports --no-cache

test:
	pytest -n auto --cov --cov-report=term

format:
	ruff format .
	ruff check --fix .

pictures:
	python docs/make_pictures.py
