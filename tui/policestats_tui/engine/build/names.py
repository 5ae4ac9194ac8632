"""Names for what figures point to: campaigns, regions and measures, from the word lists or made from their slugs."""

from collections.abc import Iterable, Mapping
from typing import Any

from policestats_tui.engine.lexicon import Lexicon
from policestats_tui.engine.model import Campaign

Row = dict[str, Any]


def campaign_rows(found: Mapping[str, Campaign], lexicon: Lexicon) -> list[Row]:
    """Return a row for each campaign found and each of its ancestors; the word list's names come first."""
    rows: dict[str, Row] = {}
    waiting = list(found)
    while waiting:
        key = waiting.pop()
        if key in rows:
            continue
        rows[key] = row = _campaign_row(key, found.get(key), lexicon)
        if row["parent"]:
            waiting.append(row["parent"])
    return list(rows.values())


def _campaign_row(key: str, found: Campaign | None, lexicon: Lexicon) -> Row:
    known = lexicon.campaigns.get(key)
    return {
        "id": key,
        "parent": (known and known.parent) or (found and found.parent) or None,
        "name_zh": (known and known.name_zh) or (found and found.name_zh) or None,
        "name_en": (known and known.name_en) or (found and found.name_en) or None,
        "first": (known and known.first) or None,
        "last": (known and known.last) or None,
    }


def region_rows(found: Iterable[str], lexicon: Lexicon) -> list[Row]:
    """Return a row for each region found and each region around it."""
    rows: dict[str, Row] = {}
    waiting = sorted(found)
    while waiting:
        key = waiting.pop()
        if key in rows:
            continue
        known = lexicon.regions.get(key)
        name = key.replace("-", " ").title()
        rows[key] = {
            "id": key,
            "parent": (known and known.parent) or None,
            "rank": known.rank if known else None,
            "name_zh": known.name_zh if known else None,
            "name_en": known.name_en if known else name,
        }
        if known and known.parent:
            waiting.append(known.parent)
    return list(rows.values())


def topic_rows(lexicon: Lexicon) -> list[Row]:
    """Return a row for each topic of the word list."""
    return [{"id": row.id, "name_zh": row.name_zh, "name_en": row.name_en} for row in lexicon.topics.values()]


def measure_rows(found: Iterable[tuple[str, str]], lexicon: Lexicon) -> list[Row]:
    """Return a row for each object and action found together."""
    known = {(row.object, row.action): row for row in lexicon.measures.values()}
    rows = []
    for pair in sorted(found):
        object_, action = pair
        row = known.get(pair)
        rows.append({
            "id": f"{object_}-{action}",
            "object": object_,
            "action": action,
            "name_zh": row.name_zh if row else _made_name(pair, lexicon, "zh"),
            "name_en": row.name_en if row else _made_name(pair, lexicon, "en"),
        })  # fmt: skip
    return rows


def _made_name(pair: tuple[str, str], lexicon: Lexicon, language: str) -> str:
    object_, action = pair
    noun = _first_form(lexicon.objects, object_, language)
    verb = "" if action == "other" else _first_form(lexicon.actions, action, language)
    return f"{verb}{noun}" if language == "zh" else f"{noun} {verb}".strip().replace("_", " ")


def _first_form(table: Mapping[str, Any], key: str, language: str) -> str:
    row = table.get(key)
    given: tuple[str, ...] = getattr(row, language) if row else ()
    return given[0] if given else key
