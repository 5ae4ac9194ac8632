"""Which part may import which, as import-linter sees it, and what really gets loaded."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support import PACKAGE, ROOT, child_environment


def modules(folder: str) -> Iterator[str]:
    """Yield the dotted names of the modules in a folder of the package."""
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        dotted = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        yield dotted.removesuffix(".__init__")


def loaded_by(*names: str) -> frozenset[str]:
    """Return the modules that importing `names` loads, in a fresh process."""
    code = f"import sys, json, {', '.join(names)}; print(json.dumps(sorted(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, env=child_environment(), check=True)
    return frozenset(json.loads(result.stdout))


def test_contracts_are_kept() -> None:
    lint = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    result = subprocess.run([*lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, env=child_environment())
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("library", ["textual", "rich"])
def test_engine_loads_no_screen_library(library: str) -> None:
    # One process for all modules: if none of them loads it, no single one does.
    assert library not in loaded_by(*modules("engine"))


@pytest.mark.parametrize("library", ["textual", "rich", "duckdb"])
def test_reading_the_command_line_loads_no_heavy_library(library: str) -> None:
    assert library not in loaded_by("policestats_tui.cli", "policestats_tui.cli.arguments")


def test_opening_a_database_loads_no_extraction() -> None:
    loaded = loaded_by("policestats_tui.cli.printing", "policestats_tui.engine.embedded")
    assert not {name for name in loaded if name.startswith("policestats_tui.engine.extract")}
