"""The search screen, driven by keys."""

import re

from policestats_tui.app.hits import kwic, lines
from policestats_tui.app.widgets.concordance_view import ConcordanceView, GroupLine, KwicLine
from policestats_tui.app.widgets.source_view import SourceView
from policestats_tui.engine.model import Hit, Match
from tests.app.conftest import Drive


def hit(text: str, *words: str, document: int = 0, speaker: str | None = None) -> Hit:
    places = [(text.index(word), word) for word in words]
    matches = tuple(Match(100 + at, 100 + at + len(word), word) for at, word in places)
    doc = f"{document}.md"
    return Hit(document, 0, doc, "en", 100, 100 + len(text), text, matches, speaker)


def _where(screen: str) -> tuple[str, str]:
    """Return the document of the source pane, and the lit match with what stands around it."""
    doc = re.search(r"(\S+)\.md", screen)
    before, _, behind = screen.partition("▌")
    return doc[1] if doc else "", before[-12:] + behind[:12]


class TestLines:
    def test_a_hit_is_cut_at_its_first_match(self) -> None:
        line = kwic(3, hit("we arrested 12 and freed 3", "arrested", "freed"))
        assert (line.key, line.left, line.match, line.right) == (3, "we ", "arrested", " 12 and freed 3")
        assert [line.right[start:end] for start, end in line.more] == ["freed"]

    def test_a_hit_without_matches_is_all_right_context(self) -> None:
        assert kwic(0, hit("year 2031")).right == "year 2031"

    def test_left_context_is_compared_from_the_match_outwards(self) -> None:
        hits = [hit("z a got it", "got"), hit("a z got it", "got")]
        order = [line.key for line in lines(hits, "none", "left", "en") if isinstance(line, KwicLine)]
        assert order == [0, 1]
        order = [line.key for line in lines(hits[::-1], "none", "left", "en") if isinstance(line, KwicLine)]
        assert order == [1, 0]

    def test_groups_have_heads_with_counts(self) -> None:
        hits = [hit("one got", "got"), hit("two got", "got", document=1), hit("three got", "got")]
        grouped = lines(hits, "document", "reading", "en")
        assert [line.title for line in grouped if isinstance(line, GroupLine)] == ["0.md", "1.md"]
        assert [line.key for line in grouped if isinstance(line, KwicLine)] == [0, 2, 1]
        assert isinstance(grouped[0], GroupLine)
        assert grouped[0].count == "2 passages"


class TestScreen:
    async def test_one_word_finds_both_languages_with_matches_lined_up(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"arrested", "enter")
            found = [line for line in user.lines[2:8] if "arrested" in line or "抓获" in line]
            assert len(found) == 6
            assert "6 passages" in user.lines[1]
            assert user.app.screen.query_one(ConcordanceView).has_focus

    async def test_the_document_follows_and_enter_goes_into_it(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "down", "enter")
            assert user.app.screen.query_one(SourceView).has_focus
            assert "▌抓获▐嫌疑人300名" in user.text

    async def test_n_goes_through_matches_and_on_into_the_next_document(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "enter")
            walked = [_where(user.text)]
            for _ in range(7):
                await user.press("n")
                walked.append(_where(user.text))
            places = list(dict.fromkeys(walked))
            assert len(places) == 8
            assert [doc for doc, _ in places] == ["lingang-2031.zh"] * 4 + ["lingang-2031.en"] * 4
            await user.press(*"NNNN")
            assert _where(user.text) == places[3]

    async def test_nothing_found_says_so(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"xyzzy")
            assert "nothing found for xyzzy" in user.text

    async def test_a_query_that_cannot_be_understood_is_explained(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"a)")
            assert "nothing opens" in user.text

    async def test_a_query_that_cannot_be_understood_keeps_the_last_hits(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获")
            found = user.lines[2:8]
            await user.press(*' "65名')
            assert user.lines[2:8] == found
            assert 'character 4: a quotation mark that is not closed; perhaps 抓获 "65名"' in user.lines[1]
            assert "below: 抓获, 6 passages" in user.lines[1]
            await user.press('"')
            assert user.lines[1].startswith(("━Search · 1 passage", "─Search · 1 passage"))

    async def test_arrows_in_the_field_go_through_earlier_queries(self, drive: Drive) -> None:
        async with drive() as user:
            for query in ("抓获", "gangs"):
                await user.press("slash", "ctrl+u", *query, "enter")
            await user.press("slash", "ctrl+u", *"new", "up")
            assert user.lines[0] == "gangs"
            await user.press("up", "up")
            assert user.lines[0] == "抓获"
            assert "6 passages" in user.lines[1]
            await user.press("down", "down")
            assert user.lines[0] == "new"
            await user.press("down")
            assert user.app.screen.query_one(ConcordanceView).has_focus

    async def test_narrowing_to_where_the_tree_stands(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("g", "d", "down", "down", "slash", *"抓获", "enter", "f")
            assert "where the tree stands: doc:" in user.text
            await user.press("enter")
            assert user.lines[0].startswith("抓获 doc:")
            assert "3 passages" in user.lines[1]

    async def test_grouping_by_document(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "g", "d")
            assert any(line.startswith("lingang-2031.zh.md  3 passages") for line in user.lines)

    async def test_space_shows_the_whole_passage_and_takes_it_away(self, drive: Drive) -> None:
        async with drive(size=(80, 24)) as user:
            await user.press("slash", *"arrested", "enter")
            before = user.lines
            await user.press("space")
            shown = " ".join(line.partition("▎ ")[2] for line in user.lines[:12] if line.startswith("  ▎ "))
            assert "各位记者，上午好" in shown
            assert "涉案金额约3.6亿元" in shown
            await user.press("down")
            view = user.app.screen.query_one(ConcordanceView)
            assert view.key == 1
            await user.press("up", "space")
            assert user.lines == before

    async def test_the_cursor_stays_on_the_last_hit_over_its_passage(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"arrested", "enter", "end", "space", "down", "end")
            assert user.app.screen.query_one(ConcordanceView).key == 5

    async def test_grouping_by_year(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "g", "y")
            assert any(line.startswith("2031  6 passages") for line in user.lines)

    async def test_nothing_found_leaves_no_pane_unexplained(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"xyzzy", "enter")
            assert "the document of a hit appears here" in user.text

    async def test_narrowing_by_counts(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "f")
            assert "speaker: Zhou Ming" in user.text
            await user.press(*"zh.md", "enter")
            assert user.lines[0] == '抓获 doc:"lingang-2031.zh.md"'
            assert "3 passages" in user.lines[1]

    async def test_escape_leads_back_to_the_tree(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "enter", "escape", "escape")
            assert "Campaigns" in user.text

    async def test_the_window_may_be_small(self, drive: Drive) -> None:
        async with drive(size=(60, 20)) as user:
            await user.press("slash", *"抓获", "enter", "enter")
            assert "▌抓获▐" in user.text
