"""Configuration, sessions, history and bookmarks."""

import json
from pathlib import Path

import pytest

from policestats_tui.app.config import Config, config_from, read_config
from policestats_tui.app.manner import Manner
from policestats_tui.app.screens.base import DeskScreen
from policestats_tui.app.screens.checks import ChecksScreen
from policestats_tui.app.screens.search import SearchScreen
from policestats_tui.app.screens.speakers import SpeakersScreen
from policestats_tui.app.session import History, Place, Session, read_session, session_file, write_session
from policestats_tui.app.widgets.metric_table import MetricTable
from tests.app.conftest import Drive


class TestConfig:
    def test_no_file_is_no_trouble(self, tmp_path: Path) -> None:
        assert read_config(tmp_path / "config.toml") == Config()

    def test_everything(self, tmp_path: Path) -> None:
        file = tmp_path / "config.toml"
        file.write_text(
            'language = "zh"\ntheme = "nord"\nview = "list"\nwidth = "wide"\nascii = true\nmouse = false\n'
            '[keys]\ncopy-table = "T"\ndown = "down,n"\n'
        )
        keys = {"copy-table": "T", "down": "down,n"}
        assert read_config(file) == Config("zh", "nord", "list", "wide", True, False, keys)

    @pytest.mark.parametrize(
        ("table", "trouble"),
        [
            ({"langage": "zh"}, "langage: no such setting"),
            ({"language": "fr"}, "language = 'fr': must be one of zh, en"),
            ({"ascii": "yes"}, "ascii = 'yes': must be one of true, false"),
            ({"theme": 3}, "theme = 3: must be one of a name"),
            ({"keys": {"fly": "f"}}, "keys.fly = 'f': no such command, or no key"),
            ({"keys": {"quit": ""}}, "keys.quit = '': no such command, or no key"),
            ({"keys": 3}, "keys: must be a table"),
        ],
    )
    def test_what_cannot_be_used_is_named(self, table: dict[str, object], trouble: str) -> None:
        assert config_from(table) == Config(troubles=(trouble,))

    @pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe", b"a = 1\na = 2"])
    def test_a_broken_file_is_named(self, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "config.toml"
        file.write_bytes(content)
        assert len(read_config(file).troubles) == 1

    async def test_trouble_is_told_at_the_start(self, drive: Drive) -> None:
        async with drive(config=config_from({"langage": "zh"})) as user:
            assert user.notice == "config.toml: langage: no such setting"

    async def test_keys_can_be_changed(self, drive: Drive) -> None:
        config = Config(keys={"copy-table": "T", "switch-language": "ctrl+l"})
        async with drive(config=config) as user:
            await user.press("down", "Y")
            assert user.sent == []
            assert "T table" in user.text
            await user.press("T")
            assert len(user.sent) == 1
            await user.press("ctrl+l")
            assert "专项行动" in user.text


class TestSession:
    @pytest.mark.parametrize(
        "content",
        ["", "[]", "{}", '{"place": {"flight": 1}}', '{"place": {"view": "film"}}', '{"place": {"screen": "attic"}}'],
    )
    def test_what_cannot_be_understood_is_empty(self, tmp_path: Path, content: str) -> None:
        file = tmp_path / "session.json"
        file.write_text(content)
        assert read_session(file) == Session()

    def test_kept_as_it_was(self, tmp_path: Path) -> None:
        place = Place(node="a/b", view="list", words="词", row=3)
        session = Session(place, (("one", Place(screen="search", query="抓获")),), "zh", "nord")
        assert write_session(tmp_path / "new" / "session.json", session)
        assert read_session(tmp_path / "new" / "session.json") == session

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        assert not write_session(tmp_path / "file" / "session.json", Session())

    async def test_it_reopens_where_the_user_left(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "L")
            await user.row("抓获犯罪嫌疑人")
            await user.press("q")
        async with drive() as user:
            table = user.app.screen.query_one(MetricTable)
            assert "灯塔2031" in user.lines[0]
            assert table.cell(table.cursor, 0) == "抓获犯罪嫌疑人"
            assert table.has_focus

    @pytest.mark.parametrize(
        ("keys", "screen", "words"),
        [
            (("slash", *"抓获", "enter"), SearchScreen, "6 passages"),
            (("S",), SpeakersScreen, "Zhou Ming"),
            (("A",), ChecksScreen, "does not add up"),
        ],
    )
    async def test_it_reopens_the_screen_in_front_over_the_place_behind(
        self, drive: Drive, keys: tuple[str, ...], screen: type[DeskScreen], words: str
    ) -> None:
        async with drive() as user:
            await user.press("down", "down", *keys, "q")
        async with drive() as user:
            await user.until(lambda: words in user.text)
            assert isinstance(user.app.screen, screen)
            await user.press("escape")
            assert "No.1 灯塔1号" in user.lines[0]

    async def test_a_session_of_another_database_is_let_alone(
        self, drive: Drive, sample: Path, long_sample: Path
    ) -> None:
        assert session_file(sample) != session_file(long_sample)

    async def test_a_node_that_is_gone_is_no_trouble(self, drive: Drive, sample: Path) -> None:
        write_session(session_file(sample), Session(Place(node="gone", row=99)))
        async with drive() as user:
            assert "Lighthouse" in user.lines[0]

    async def test_the_session_holds_no_text_of_documents(self, drive: Drive, sample: Path) -> None:
        async with drive() as user:
            await user.press("down", "enter", "q")
        kept = json.loads(session_file(sample).read_text())
        assert set(kept) == {"place", "bookmarks", "language", "theme"}


class TestHistory:
    def test_back_and_forward(self) -> None:
        history = History()
        for row in range(3):
            history.visit(Place(row=row))
        assert [history.move(-1), history.move(-1), history.move(-1)] == [Place(row=1), Place(row=0), None]
        assert history.move(1) == Place(row=1)

    def test_going_elsewhere_forgets_what_was_ahead(self) -> None:
        history = History()
        for row in range(3):
            history.visit(Place(row=row))
        history.move(-1)
        history.visit(Place(row=9))
        assert history.move(1) is None
        assert history.move(-1) == Place(row=1)

    async def test_keys(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "escape", "down", "enter")
            assert "No.1" in user.lines[0]
            await user.press("left_square_bracket")
            assert "Lighthouse 2031" in user.lines[0]
            await user.press("right_square_bracket")
            assert "No.1" in user.lines[0]
            await user.press("right_square_bracket")
            assert user.notice == "nothing further forward"

    async def test_back_from_the_speakers_is_where_they_were_opened(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "S", "left_square_bracket")
            assert "Lighthouse 2031" in user.lines[0]
            await user.press("right_square_bracket")
            assert isinstance(user.app.screen, SpeakersScreen)

    async def test_back_from_a_search(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "slash", *"抓获", "enter", "enter", "left_square_bracket")
            assert "Lighthouse 2031" in user.lines[0]
            await user.press("right_square_bracket")
            assert isinstance(user.app.screen, SearchScreen)
            assert "6 passages" in user.text


class TestBookmarks:
    async def test_set_go_and_take_away(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("down", "enter", "m")
            assert user.notice.startswith("bookmark set: Lighthouse 2031")
            await user.press("escape", "up", "M", "1")
            assert "Lighthouse 2031" in user.lines[0]
            await user.press("m")
            assert user.notice.startswith("bookmark removed")
            await user.press("M")
            assert "no bookmarks yet" in user.text

    async def test_they_outlive_the_program(self, drive: Drive) -> None:
        async with drive() as user:
            await user.press("slash", *"抓获", "enter", "m", "escape", "q")
        async with drive() as user:
            await user.press("M", "1")
            assert "6 passages" in user.text


class TestManner:
    @pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "ansi-light"])
    async def test_themes(self, drive: Drive, theme: str) -> None:
        async with drive(config=Config(theme=theme)) as user:
            assert user.app.theme == theme
            await user.press("t")
            assert user.app.theme != theme

    async def test_a_theme_that_does_not_exist_is_no_trouble(self, drive: Drive) -> None:
        async with drive(config=Config(theme="no such theme")) as user:
            assert user.app.theme == "textual-dark"

    async def test_no_colour(self, drive: Drive, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        async with drive() as user:
            await user.press("down", "enter", "enter")
            strips = [strip.apply_filter(f, user.app.styles.background) for strip in
                      user.app.screen._compositor.render_strips() for f in user.app.get_line_filters()[:1]]  # fmt: skip
            colours = {part.style.color for strip in strips for part in strip if part.style and part.style.color}
            assert {colour.name for colour in colours} <= {"default"}

    async def test_ascii(self, drive: Drive) -> None:
        async with drive(manner=Manner(ascii=True)) as user:
            await user.press("down", "enter", "enter")
            strips = user.app.screen._compositor.render_strips()
            filters = user.app.get_line_filters()
            for strip in strips:
                for line_filter in filters:
                    strip = strip.apply_filter(line_filter, user.app.styles.background)
                assert not any("\u2500" <= char <= "\u25ff" for char in strip.text)
