"""Every word that the explorer says, in English and Chinese. A test sees to it that none lacks a language."""

from typing import NamedTuple

from policestats_tui.engine.model import Language


class Phrase(NamedTuple):
    """A label or sentence in both languages, with the same `{fields}` in each."""

    en: str
    zh: str

    def say(self, language: Language, **values: object) -> str:
        """Return the phrase in a language, its fields filled."""
        return (self.zh if language == "zh" else self.en).format(**values)

    def counted(self, language: Language, n: int) -> str:
        """Return the phrase for a number `n`; a bar in it divides the words for one from those for any other."""
        one, bar, many = (self.zh if language == "zh" else self.en).partition("|")
        return (many if bar and n != 1 else one).format(n=n)


# Panes
TREE = Phrase("Campaigns", "专项行动")
SOURCE = Phrase("Source", "原文")
SEARCH = Phrase("Search", "检索")
SPEAKERS = Phrase("Speakers", "发言人")
QUOTES = Phrase("Quotes", "发言")
CHECKS = Phrase("Checks", "核算")
HELP = Phrase("Keys", "按键")
WHY = Phrase("Why", "依据")

# Groupings and columns
BY = {
    "campaign": Phrase("campaign", "行动"),
    "region": Phrase("region", "地区"),
    "speaker": Phrase("speaker", "发言人"),
    "topic": Phrase("topic", "领域"),
    "year": Phrase("year", "年份"),
    "period": Phrase("period", "时期"),
    "document": Phrase("document", "文件"),
    "reading": Phrase("reading order", "原文顺序"),
    "measure": Phrase("measure", "指标"),
    "value": Phrase("value", "数值"),
    "relevance": Phrase("relevance", "相关度"),
    "left": Phrase("left context", "左侧语境"),
    "right": Phrase("right context", "右侧语境"),
    "language": Phrase("language", "语言"),
    "none": Phrase("nothing", "不分组"),
}
TREE_BY = {
    "campaign": TREE,
    "region": Phrase("Regions", "地区"),
    "speaker": Phrase("Speakers", "发言人"),
    "topic": Phrase("Topics", "领域"),
    "year": Phrase("Years", "年份"),
    "document": Phrase("Documents", "文件"),
}
KIND = {
    "level": Phrase("level", "数值"),
    "change": Phrase("change", "变化"),
    "difference": Phrase("difference", "增减"),
    "share": Phrase("share", "占比"),
    "rank": Phrase("rank", "排名"),
    "ratio": Phrase("ratio", "比率"),
}
TURN = {
    "statement": Phrase("statement", "发布"),
    "answer": Phrase("answer", "回答"),
    "question": Phrase("question", "提问"),
}
STATUS = {
    "holds": Phrase("adds up", "相符"),
    "rounding": Phrase("rounding", "约数相符"),
    "mismatch": Phrase("does not add up", "不符"),
}
FORM = {
    "original": Phrase("original", "原文"),
    "translation": Phrase("translation", "译文"),
    "digest": Phrase("digest: a summary in our own words, not the document's", "摘编：以我们自己的话写成，并非原文"),
}
FIELD = {
    "campaign": Phrase("campaign", "行动"),
    "region": Phrase("region", "地区"),
    "period": Phrase("period", "时期"),
    "speaker": Phrase("speaker", "发言人"),
    "topic": Phrase("topic", "领域"),
    "object": Phrase("what is counted", "统计对象"),
    "action": Phrase("what was done", "动作"),
    "unit": Phrase("unit", "单位"),
    "qualifier": Phrase("hedge", "限定词"),
    "kind": Phrase("kind", "种类"),
    "direction": Phrase("direction", "升降"),
    "basis": Phrase("compared with", "对比期"),
    "scope": Phrase("scope", "范围"),
    "value": Phrase("value", "数值"),
    "label": Phrase("label", "说明"),
    "refers_to": Phrase("change of", "所指数值"),
}
SCOPE = {"aggregate": Phrase("statistic", "总体统计"), "case": Phrase("one case", "个案")}
ALL = Phrase("Everything", "全部")
REPORTER = Phrase("the reporter", "记者")
UNKNOWN = Phrase("unknown", "不详")

# Counts
FIGURES = Phrase("{n:,} figure|{n:,} figures", "{n:,}个数字")
LINES = Phrase("{n:,} line|{n:,} lines", "{n:,}行")
HITS = Phrase("{n:,} passage|{n:,} passages", "{n:,}句")
HITS_SHOWN = Phrase("first {shown:,} of {n:,} passages", "{n:,}句中的前{shown:,}句")
CORPUS = Phrase(
    "{documents:,} documents, {figures:,} figures, built {built}", "{documents:,}篇文件，{figures:,}个数字，建于{built}"
)

# What a pane says when it has nothing to show
OPENING = Phrase("opening …", "正在打开 …")
BUILDING = Phrase("building the shipped corpus, once …", "首次启动：正在建立内置语料 …")
NO_FIGURES = Phrase("documents name it, but give no figure for it", "文件提到它，但没有给出数字")
NO_DATA = Phrase(
    "no figures in this database; policestats-tui build makes one", "此数据库没有数字；可用policestats-tui build生成"
)
NO_FIGURES_FILTER = Phrase(
    "no figures match “{words}”; Esc clears the filter", "没有与“{words}”相符的数字；按Esc取消筛选"
)
NO_PIVOT = Phrase("nothing to set side by side here; v shows the list", "此处没有可并列的内容；按v看列表")
NO_SOURCE = Phrase("move to a number: its sentence appears here", "移到一个数字上，这里就显示它的原句")
HIT_SOURCE = Phrase("the document of a hit appears here", "检索结果所在的文件显示在这里")
NO_HITS = Phrase("nothing found for {query}", "没有找到{query}")
NO_QUERY = Phrase("type a word in either language, then Enter", "输入任一语言的词，再按回车")
QUERY_WRONG = Phrase("{reason}", "{reason}")
QUERY_TRY = Phrase("{reason}; perhaps {suggestion}", "{reason}；或者{suggestion}")
TOLD_ALIKE = Phrase("told alike", "说法一致")
NO_CHECKS = Phrase("no arithmetic relation was found", "没有发现可核算的关系")
NO_SPEAKERS = Phrase("nobody is named as a speaker", "没有署名的发言人")
NO_QUOTES = Phrase("no words of this speaker", "没有这位发言人的发言")
NO_CHART = Phrase("no numbers to draw: go to a row of the table first", "没有可画的数字：请先移到表格的一行")
NO_OTHER = Phrase("this briefing has no document in another language", "这场发布会没有其他语言的文件")
NO_OTHER_FIGURE = Phrase("{doc} does not tell this figure", "{doc}没有提到这个数字")
NO_WHY = Phrase("no words were kept that decided this", "没有留下判定依据")
NO_BOOKMARKS = Phrase("no bookmarks yet: m sets one", "还没有书签：按m添加")
NOT_THERE = Phrase("that is not in this database any more", "这个数据库里已没有这一项")
NOTHING_COPIED = Phrase("nothing here to copy", "此处没有可复制的内容")
NO_BACK = Phrase("nothing further back", "没有更早的位置")
NO_FORWARD = Phrase("nothing further forward", "没有更后的位置")

# Notices
COPIED = Phrase("copied {what}: {route}", "已复制{what}：{route}")
WHAT_CELL = Phrase("the cell", "单元格")
WHAT_TABLE = Phrase("the table, {n:,} rows", "表格，{n:,}行")
WHAT_CITATION = Phrase("the citation", "引文")
WHAT_SELECTION = Phrase("the selection", "所选文字")
ROUTE = {
    "tmux": Phrase("handed to tmux, which passes it on to your terminal", "已交给tmux，由它转给您的终端"),
    "tmux-buffer": Phrase("in tmux's own buffer only (older than 3.2)", "仅在tmux自己的缓冲区（版本低于3.2）"),
    "screen": Phrase(
        "sent through GNU screen as OSC 52, if your terminal takes it", "已经GNU screen以OSC 52发出，终端需支持"
    ),
    "osc52": Phrase("sent as OSC 52, if your terminal takes it", "已以OSC 52发出，终端需支持"),
    "tool": Phrase("given to {detail}", "已交给{detail}"),
    "none": Phrase("no way to a clipboard was found", "没有找到通往剪贴板的途径"),
}
ALSO_FILE = Phrase("; also in {file}", "；另存于{file}")
TOO_LARGE = Phrase("; {size:,} bytes may be too much for it", "；{size:,}字节可能过大")
SAVED = Phrase("saved {file}", "已保存{file}")
NOT_SAVED = Phrase("not saved: {reason}", "未能保存：{reason}")
MARKED = Phrase("bookmark set: {place}", "已添加书签：{place}")
UNMARKED = Phrase("bookmark removed: {place}", "已删除书签：{place}")
NEW_DATA = Phrase("the database was replaced: R reads it anew", "数据库已更新：按R重新读取")
CONFIG_TROUBLE = Phrase("config.toml: {trouble}", "config.toml：{trouble}")
FAILED = Phrase("that failed: {reason}", "出错：{reason}")
CHOOSE_GROUP = Phrase("Group by", "分组方式")
CHOOSE_FACET = Phrase("Narrow to", "缩小到")
CHOOSE_SORT = Phrase("Sort by", "排序方式")
CHOOSE_FORMAT = Phrase("Format", "格式")
CHOOSE_COLUMNS = Phrase("Columns", "列")
GO_TOP = Phrase("go to the top", "回到顶部")
GO_BOOKMARK = Phrase("Go to", "转到")
TO_CLIPBOARD = Phrase("{format} to the clipboard", "{format}到剪贴板")
TO_FILE = Phrase("{format} to a file", "{format}存成文件")

# Input fields
FILTER_HINT = Phrase("filter: words of label, sentence or name", "筛选：指标、原句或名称中的词")
SEARCH_HINT = Phrase(
    'word  "a phrase"  -without  a | b  speaker:name  year:2020  =exact',
    '词  "词组"  -排除  甲 | 乙  speaker:姓名  year:2020  =原样',
)
QUOTE_HINT = Phrase("words in the quotes", "发言中的词")

# Places outside the screen
LANGUAGE_NAME = {"en": Phrase("English", "英文"), "zh": Phrase("Chinese", "中文")}
