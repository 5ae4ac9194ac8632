"""One class per thing a user can do: its keys, its words, and the message that asks for it.

Keys, footer, palette and help screen are all made from these classes, so that they cannot drift apart.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.message import Message

from policestats_tui.app.strings import Phrase

Keymap = dict[str, str]
"""Command name → keys, separated by commas: what a user's configuration changes."""


class Command(Message):
    """Something a user asks for. Posted to the screen, which answers it."""

    keys: ClassVar[str]
    """Keys as Textual names them, separated by commas."""
    label: ClassVar[Phrase]
    """What the footer and the palette call it."""
    help: ClassVar[Phrase]
    """What it does, in a sentence."""
    footer: ClassVar[bool] = False
    """Whether the line of keys at the bottom shows it."""
    typing: ClassVar[bool] = False
    """Whether it opens a field: it is then obeyed before the next key, so that no letter typed after it is lost."""

    def __init_subclass__(cls) -> None:
        """Give handlers names of their own: `Leave` is not Textual's `Leave`."""
        super().__init_subclass__(namespace="command")

    @classmethod
    def name(cls) -> str:
        """Return the name in the configuration file: `CopyTable` is `copy-table`."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    @classmethod
    def binding(cls) -> Binding:
        """Return the key binding; the screen's `action_command` posts the command."""
        action = f"{'type' if cls.typing else 'command'}('{cls.__name__}')"
        return Binding(cls.keys, action, cls.label.en, show=False, id=cls.name(), priority=cls.typing)


class Find(Command):
    """Search."""

    keys = "/"
    label = Phrase("search", "检索")
    help = Phrase("Search all documents in both languages", "以两种语言检索全部文件")
    footer = True
    typing = True


class CopyCell(Command):
    """Copy a cell."""

    keys = "y"
    label = Phrase("cell", "单元格")
    help = Phrase("Copy the cell or line under the cursor", "复制光标处的单元格或行")
    footer = True


class CopyTable(Command):
    """Copy the whole table."""

    keys = "Y"
    label = Phrase("table", "表格")
    help = Phrase("Copy the whole table with heads and sources", "复制整个表格，连同表头和出处")
    footer = True


class Cite(Command):
    """Copy a quotation."""

    keys = "c"
    label = Phrase("cite", "引文")
    help = Phrase("Copy the sentence with speaker, document and date", "复制原句，注明发言人、文件和日期")
    footer = True


class ChangeView(Command):
    """List, pivot, chart."""

    keys = "v"
    label = Phrase("view", "视图")
    help = Phrase("Go from pivot to chart to list", "在透视表、图表和列表之间切换")
    footer = True


class Group(Command):
    """Group by."""

    keys = "g"
    label = Phrase("group", "分组")
    help = Phrase(
        "Group tree, pivot or hits differently; twice: to the top",
        "改变树、透视表或检索结果的分组；连按两次到顶部",
    )
    footer = True


class Narrow(Command):
    """Filter as you type."""

    keys = "f"
    label = Phrase("filter", "筛选")
    help = Phrase("Filter the table as you type; narrow hits by their counts", "边输入边筛选表格；按计数缩小检索结果")
    footer = True
    typing = True


class Sort(Command):
    """Sort."""

    keys = "s"
    label = Phrase("sort", "排序")
    help = Phrase("Sort list or hits; the same again turns the order round", "为列表或检索结果排序；重复则倒序")


class Columns(Command):
    """Choose columns."""

    keys = "C"
    label = Phrase("columns", "列")
    help = Phrase("Choose the columns of the list", "选择列表的列")


class SwitchLanguage(Command):
    """Chinese or English."""

    keys = "L"
    label = Phrase("中文", "English")
    help = Phrase("Labels, help and names in Chinese", "标签、帮助和名称改为英文")
    footer = True


class Why(Command):
    """Why a figure was read so."""

    keys = "w"
    label = Phrase("why", "依据")
    help = Phrase("Show which words decided how the figure was read", "显示该数字由哪些词判定")


class OtherLanguage(Command):
    """Another document of the same briefing."""

    keys = "o"
    label = Phrase("other language", "另一语言")
    help = Phrase("The same briefing in its next document or language", "显示同一场发布会的另一份文件或另一语言")


class NextMatch(Command):
    """Forward."""

    keys = "n"
    label = Phrase("next", "下一个")
    help = Phrase("Go to the next match, or the next figure of the document", "到下一处匹配，或文件中的下一个数字")


class PreviousMatch(Command):
    """Backward."""

    keys = "N"
    label = Phrase("previous", "上一个")
    help = Phrase("Go to the match or figure before", "到上一处匹配或上一个数字")


class Zoom(Command):
    """One pane alone."""

    keys = "z"
    label = Phrase("zoom", "放大")
    help = Phrase("Give the window to the pane in focus, or take it back", "让当前窗格占满窗口，或复原")


class Back(Command):
    """Back."""

    keys = "["
    label = Phrase("back", "后退")
    help = Phrase("Go back to where you were", "回到先前的位置")


class Forward(Command):
    """Forward."""

    keys = "]"
    label = Phrase("forward", "前进")
    help = Phrase("Go forward again", "再次前进")


class Bookmark(Command):
    """Set a bookmark."""

    keys = "m"
    label = Phrase("bookmark", "书签")
    help = Phrase("Set a bookmark here, or take it away", "在此添加书签，或将其删除")


class Bookmarks(Command):
    """List bookmarks."""

    keys = "M"
    label = Phrase("bookmarks", "书签列表")
    help = Phrase("Go to a bookmark", "转到书签")


class Export(Command):
    """Formats, clipboard or file."""

    keys = "e"
    label = Phrase("export", "导出")
    help = Phrase("Copy or save the table in a format you choose", "以所选格式复制或保存表格")


class Widen(Command):
    """All of a passage."""

    keys = "space"
    label = Phrase("passage", "全段")
    help = Phrase("Show the whole passage under the line, or take it away", "在该行之下显示整段原文，或收起")


class CommandLine(Command):
    """The command that prints the same."""

    keys = "x"
    label = Phrase("command line", "命令行")
    help = Phrase("Copy the command line that prints the same bytes", "显示并复制能打印出相同内容的命令行")


class Speakers(Command):
    """Who spoke."""

    keys = "S"
    label = Phrase("speakers", "发言人")
    help = Phrase("Who spoke, in which office, and their words", "谁以何职务发言，说了什么")


class Checks(Command):
    """What does not add up."""

    keys = "A"
    label = Phrase("checks", "核算")
    help = Phrase("Every arithmetic relation found, failures first", "所有可核算的关系，不符者在前")


class Reload(Command):
    """Read the database anew."""

    keys = "R"
    label = Phrase("reload", "重新读取")
    help = Phrase("Read the database anew after it was replaced", "数据库更新后重新读取")


class ChangeTheme(Command):
    """The next theme."""

    keys = "t"
    label = Phrase("theme", "主题")
    help = Phrase("Next theme: dark, light, the terminal's own colours", "换下一个主题：深色、浅色、终端自身颜色")


class Palette(Command):
    """All commands."""

    keys = "ctrl+p"
    label = Phrase("all commands", "全部命令")
    help = Phrase("Find a command by typing", "输入文字查找命令")


class Leave(Command):
    """Out."""

    keys = "escape"
    label = Phrase("out", "退出此处")
    help = Phrase("Leave the field, the zoom, the pane or the screen", "离开输入框、放大、窗格或画面")


class Help(Command):
    """Keys of the pane in focus."""

    keys = "?"
    label = Phrase("help", "帮助")
    help = Phrase("What the pane in focus is, and the keys", "说明当前窗格并显示按键")
    footer = True


class Quit(Command):
    """End."""

    keys = "q,ctrl+c"
    label = Phrase("quit", "结束")
    help = Phrase("End the program; it reopens where you left", "结束程序；下次从这里继续")
    footer = True


@dataclass(frozen=True)
class Motion:
    """A movement inside a pane: the pane's own action answers it."""

    name: str
    keys: str
    action: str
    help: Phrase


MOTIONS = (
    Motion("up", "up,k", "up", Phrase("One line up", "上移一行")),
    Motion("down", "down,j", "down", Phrase("One line down", "下移一行")),
    Motion("left", "left,h", "left", Phrase("Left: a column, or close a branch", "向左一列，或收起分支")),
    Motion("right", "right,l", "right", Phrase("Right: a column, or open a branch", "向右一列，或展开分支")),
    Motion("page-up", "pageup", "page_up", Phrase("A page up", "上翻一页")),
    Motion("page-down", "pagedown,space", "page_down", Phrase("A page down", "下翻一页")),
    Motion("top", "home", "top", Phrase("To the top (also g, or g twice)", "到顶部（也可按g或连按两次g）")),
    Motion("bottom", "end,G", "bottom", Phrase("To the bottom", "到底部")),
    Motion("enter", "enter", "enter", Phrase("In: open what is under the cursor", "进入：打开光标处的内容")),
)

NEXT_PANE = Motion("next-pane", "tab", "pane(1)", Phrase("The next pane", "下一个窗格"))
PREVIOUS_PANE = Motion("previous-pane", "shift+tab", "pane(-1)", Phrase("The pane before", "上一个窗格"))

EVERYWHERE: tuple[type[Command], ...] = (
    Find, SwitchLanguage, Speakers, Checks, Back, Forward, Reload, ChangeTheme, Palette, Leave, Help, Quit,
)  # fmt: skip

Commands = tuple[type[Command], ...]


def by_name(name: str) -> type[Command]:
    """Return the command whose class has this name."""
    return next(command for command in Command.__subclasses__() if command.__name__ == name)


def names() -> frozenset[str]:
    """Return every name that the `[keys]` of a configuration may have."""
    motions = (motion.name for motion in (*MOTIONS, NEXT_PANE, PREVIOUS_PANE))
    return frozenset((*motions, *(command.name() for command in Command.__subclasses__())))


_SHOWN = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "shift+tab": "Shift+Tab", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "up": "↑", "down": "↓", "left": "←", "right": "→", "space": "Space",
}  # fmt: skip


def shown_keys(name: str, keys: str, keymap: Keymap) -> list[str]:
    """Return the keys of a command or motion as people write them, after the user's changes."""
    every = [key.strip() for key in keymap.get(name, keys).split(",")]
    return [_SHOWN.get(key, key.title() if "+" in key else key) for key in every]
