"""Real documents and the shipped digests: the sums that they are known to hold, and no false alarm."""

from pathlib import Path

import pytest

from policestats_tui.engine.assets import folder
from policestats_tui.engine.browse.checks import checks
from policestats_tui.engine.browse.records import CheckRow
from policestats_tui.engine.build.builder import build
from policestats_tui.engine.store import Store

SUMS = {
    "125 + 25 + 1,175 + 26 + 240 = 1,591, stated 1,591",
    "5 + 20 + 6 + 3 = 34, stated 34",
    "13 + 22 + 11 + 1 = 47, stated 47",
    "227 + 28 + 1,616 + 101 + 357 = 2,329, stated 2,329",
    "295 + 14.12 + 4,585 + 38.81 + 32.35 = 4,965.28 million yuan, stated about 4,965 million yuan",
    "1,139 + 177 = 1,316, stated 1,316",
    "12,229 + 338 = 12,567, stated 12,567",
    "63 + 150 + 220 + 779 = 1,212, stated 1,212",
    "6 + 63 + 52 + 14 = 135, stated 135",
    "3,181 − 1,469 = 1,712, stated up 1,712",
    "(3,181 − 1,469) / 1,469 = 116.5%, stated up 116.5%",
    "5,260 − 955 = 4,305, stated up 4,305",
    "(5,260 − 955) / 955 = 450.8%, stated up 450.8%",
}
FAILURES = {"7 / 24,048 = 0.03%, stated 0.06%", "980 / 377 = 2.6, stated 2.1"}


def _built(place: Path, out: Path) -> list[CheckRow]:
    build([place], out, jobs=1)
    return checks(Store(out))


@pytest.fixture(scope="module")
def digest_checks(tmp_path_factory: pytest.TempPathFactory) -> list[CheckRow]:
    return _built(folder("data/briefings"), tmp_path_factory.mktemp("digests") / "digests.duckdb")


@pytest.fixture(scope="module")
def seed_checks(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> list[CheckRow]:
    return _built(seeds, tmp_path_factory.mktemp("seeds") / "seeds.duckdb")


class TestRealDocuments:
    def test_known_sums_are_found(self, seed_checks: list[CheckRow]) -> None:
        assert {check.explanation_en for check in seed_checks if check.status != "mismatch"} >= SUMS

    def test_nothing_else_is_blamed(self, seed_checks: list[CheckRow]) -> None:
        assert {check.explanation_en for check in seed_checks if check.status == "mismatch"} == FAILURES


class TestDigests:
    def test_known_sums_are_found(self, digest_checks: list[CheckRow]) -> None:
        assert {check.explanation_en for check in digest_checks if check.status != "mismatch"} >= SUMS

    def test_nothing_else_is_blamed(self, digest_checks: list[CheckRow]) -> None:
        assert {check.explanation_en for check in digest_checks if check.status == "mismatch"} == FAILURES

    def test_failures_come_first(self, digest_checks: list[CheckRow]) -> None:
        order = [("mismatch", "rounding", "holds").index(check.status) for check in digest_checks]
        assert order == sorted(order)
