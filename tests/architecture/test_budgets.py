"""Modules, classes and functions stay short, everything is annotated, and public names say what they are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import PACKAGE

MODULES = sorted(PACKAGE.rglob("*.py"))
MODULE_LINES, CLASS_LINES, FUNCTION_LINES = 400, 300, 50

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """Return the module's path below the package."""
    return str(path.relative_to(PACKAGE))


@pytest.fixture(params=MODULES, ids=name_of)
def source(request: pytest.FixtureRequest) -> str:
    """The text of a module."""
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def nodes(source: str, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    """Yield the definitions of some kinds in a module."""
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, kinds))


def too_long(source: str, budget: int, *kinds: type[ast.AST]) -> list[str]:
    """Return the definitions that have more lines than the budget."""
    found = [node for node in nodes(source, *kinds) if isinstance(node, Function | ast.ClassDef)]
    return [node.name for node in found if (node.end_lineno or 0) - node.lineno + 1 > budget]


def unannotated(source: str) -> list[str]:
    """Return the functions that leave a parameter or their result without a type."""
    bare = []
    for node in nodes(source, ast.FunctionDef, ast.AsyncFunctionDef):
        assert isinstance(node, Function)
        given = node.args
        everything = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        parameters = [one for one in everything if one is not None and one.arg not in ("self", "cls")]
        if node.returns is None or any(one.annotation is None for one in parameters):
            bare.append(node.name)
    return bare


def undocumented(tree: ast.Module | ast.ClassDef) -> Iterator[str]:
    """Yield the public classes, functions and methods without a docstring."""
    for node in tree.body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        # What a handler or an overridden method of the framework does is said where it is declared.
        if ast.get_docstring(node) is None and not overrides(node):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node)


def overrides(node: ast.AST) -> bool:
    """Whether a method says that it takes the place of another, or answers a message."""
    decorators = [ast.unparse(item) for item in getattr(node, "decorator_list", [])]
    return any(text == "override" or text.startswith("on(") for text in decorators)


def test_module_is_short(source: str) -> None:
    assert len(source.splitlines()) <= MODULE_LINES


def test_classes_are_short(source: str) -> None:
    assert too_long(source, CLASS_LINES, ast.ClassDef) == []


def test_functions_are_short(source: str) -> None:
    assert too_long(source, FUNCTION_LINES, ast.FunctionDef, ast.AsyncFunctionDef) == []


def test_everything_is_annotated(source: str) -> None:
    assert unannotated(source) == []


def test_public_names_say_what_they_are(source: str) -> None:
    tree = ast.parse(source)
    assert ast.get_docstring(tree)
    assert list(undocumented(tree)) == []


def test_the_checks_find_what_they_look_for() -> None:
    long = "def f(x) -> int:\n" + "    x += 1\n" * FUNCTION_LINES
    assert too_long(long, FUNCTION_LINES, ast.FunctionDef) == ["f"]
    assert unannotated(long) == ["f"]
    assert list(undocumented(ast.parse(long))) == ["f"]
