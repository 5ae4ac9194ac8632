"""The guide names every rule that the code can report, and no other."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from policestats_tui.engine import audit

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "audit.md"


def _rules() -> set[str]:
    modules = (import_module(f"{audit.__name__}.{module.name}") for module in iter_modules(audit.__path__))
    return {
        value for module in modules for name, value in vars(module).items() if re.fullmatch(r"([A-Z]+_)?RULE", name)
    }


def test_the_guide_names_every_rule() -> None:
    table = GUIDE.read_text(encoding="utf-8").partition("## The rules")[2].partition("##")[0]
    assert set(re.findall(r"^\| `([a-z-]+)` \|", table, re.MULTILINE)) == _rules()
