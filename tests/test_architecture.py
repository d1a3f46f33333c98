"""The data flow is what pyproject.toml says it is, and the code keeps to the measures of CONTRIBUTING.md."""

import ast
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for package in ("app", "models", "ui") for path in (ROOT / package).rglob("*.py"))
WORDLESS = {"utils", "helpers", "manager", "base", "common", "misc", "handler", "data", "info"}


def test_every_module_keeps_to_the_data_flow(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_says_what_it_is_for_and_has_a_name_of_the_trade(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module begins with a line on what comes in and goes out"
    assert text.count("\n") <= 400, "split it"
    assert path.stem.lower() not in WORDLESS


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_function_is_longer_than_a_screen(path):
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 50
    ]
    assert not long
