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
HELP = Phrase("Help", "帮助")
COMMANDS = Phrase("All commands", "全部命令")
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
VIEW = {
    "list": Phrase("list", "列表"),
    "pivot": Phrase("pivot", "透视表"),
    "chart": Phrase("chart", "图表"),
}
GROUPED_BY = Phrase("by {by}", "按{by}")
SORTED_BY = Phrase("sorted by {by}", "按{by}排序")
COMPARED = Phrase("The stated figure, then what it is compared with", "公布的数字，以及与它比较的数字")
ALL = Phrase("Everything", "全部")
REPORTER = Phrase("the reporter", "记者")
UNKNOWN = Phrase("unknown", "不详")

# Help
RUNNING = Phrase("Keys of this screen; Enter or a click runs a line", "此画面的按键；按回车或点击即执行")
MOVING = Phrase("Moving in a pane and between panes", "在窗格内和窗格间移动")
SIGNS = Phrase("Signs", "符号")
CLOSE = Phrase("Esc closes", "Esc关闭")
CLOSE_OR_CHOOSE = Phrase("Enter or a click chooses · Esc closes", "回车或点击选择 · Esc关闭")
CLOSE_OR_RUN = Phrase("j k scroll · Esc closes", "j k滚动 · Esc关闭")
TYPE_HINT = Phrase("type to find", "输入文字查找")
PANE = {
    "tree": Phrase(
        "The tree: series, their editions, their parts, with the number of figures told of each. The table follows the"
        " line you are on; Enter goes into the table.",
        "树：系列、届次、组成部分，以及各自的数字个数。表格随光标所在的行变化；按回车进入表格。",
    ),
    "table": Phrase(
        "The table: measures down, parts across, or one figure a line. The source below follows the cell you are on;"
        " Enter goes into its sentence.",
        "表格：纵列指标、横列组成部分，或一行一个数字。下方原文随光标所在的单元格变化；按回车进入原句。",
    ),
    "chart": Phrase(
        "The chart: one measure as bars. Left and right go to another measure; Enter goes into the sentence of a bar.",
        "图表：一个指标的条形图。左右键换指标；按回车进入该条的原句。",
    ),
    "source": Phrase(
        "The document, as it stands in the file. The figure in question is lit, the others are underlined.",
        "文件原文。所指的数字被标亮，其他数字加下划线。",
    ),
    "hits": Phrase(
        "The hits, lined up at the word that was found, in both languages. Enter goes into the document.",
        "检索结果：两种语言，按找到的词对齐。按回车进入文件。",
    ),
    "query": Phrase(
        'What to search: words, "a phrase", -without, a | b, speaker:name, year:2020, =exact. Enter goes to the hits.',
        '检索内容：词、"词组"、-排除、甲 | 乙、speaker:姓名、year:2020、=原样。按回车转到结果。',
    ),
    "speakers": Phrase(
        "Who speaks, in which office, and how many figures they state. Enter goes to their sentences.",
        "发言人、职务，以及所述数字的个数。按回车转到其发言。",
    ),
    "quotes": Phrase(
        "What the speaker says, sentence by sentence. Enter goes into the document.",
        "该发言人逐句的发言。按回车进入文件。",
    ),
    "checks": Phrase(
        "Arithmetic between figures: totals and parts, changes, shares, two tellings of one claim. Enter goes to the"
        " figures.",
        "数字之间的算术关系：合计与组成、变化、占比、同一说法的两处表述。按回车转到各数字。",
    ),
    "figures": Phrase(
        "The figures of the relation, the stated result first. Enter goes into the sentence.",
        "该关系中的数字，公布的结果在前。按回车进入原句。",
    ),
}
SIGN = {
    "▸ ▾": Phrase("a branch that is closed, or open", "收起或展开的分支"),
    "–": Phrase("documents name it, but give no figure for it", "文件提到它，但没有给出数字"),
    "≈ ≥ ≤": Phrase("the document says about, at least, at most", "文件说的是约、至少、至多"),
    "+2": Phrase("the cell holds two more figures; the list shows them", "此格还有两个数字；列表中可见"),
    "·": Phrase("nobody states a figure here", "此处无人公布数字"),
    "Σ": Phrase("the columns added up; beside it what is stated", "各列之和；旁边是公布的合计"),
    "✓ ≈ ✗": Phrase("adds up; adds up when rounded; does not add up", "相符；约数相符；不符"),
    "›": Phrase("more columns to the right", "右边还有列"),
    "(…)": Phrase("levels, changes and shares never share a row", "数值、变化和占比从不同行"),
    "← →": Phrase("there are other measures to draw", "还有其他指标可画"),
    "▌ ▐ ▶": Phrase("around what is lit, and before its line", "标亮之处的两侧及其行首"),
    "12": Phrase("underlined: a figure; n and N go from one to the next", "下划线：一个数字；n和N逐个前后移动"),
    "▎": Phrase("a line of ours: who speaks, or a whole passage", "程序所加的行：谁在发言，或整段原文"),
}

# Counts
FIGURES = Phrase("{n:,} figure|{n:,} figures", "{n:,}个数字")
COUNTED = Phrase("figures", "数字")
QUOTED = Phrase("{n:,} sentence|{n:,} sentences", "{n:,}句")
RELATIONS = Phrase("{n:,} relation|{n:,} relations", "{n:,}个关系")
WRONG = Phrase("{n:,} does not add up|{n:,} do not add up", "{n:,}个不符")
HITS = Phrase("{n:,} passage|{n:,} passages", "{n:,}句")
HITS_SHOWN = Phrase("first {shown:,} of {n:,} passages", "{n:,}句中的前{shown:,}句")
DOCUMENTS = Phrase("{n:,} document|{n:,} documents", "{n:,}篇文件")
CORPUS = Phrase("{documents}, {figures}, built {built}", "{documents}，{figures}，建于{built}")

# What a pane says when it has nothing to show
OPENING = Phrase("opening …", "正在打开 …")
BUILDING = Phrase("building the shipped corpus, once …", "首次启动：正在建立内置语料 …")
NO_FIGURES = Phrase("documents name it, but give no figure for it", "文件提到它，但没有给出数字")
NO_DATA = Phrase("no figures: these documents state none", "没有数字：这些文件没有公布数字")
NO_TREE = Phrase("no figures", "没有数字")
NO_FIGURES_DOCUMENT = Phrase("this document states no figure; / searches its words", "这篇文件没有数字；按/检索其文字")
NO_FIGURES_FILTER = Phrase(
    "no figures match “{words}”; Esc clears the filter", "没有与“{words}”相符的数字；按Esc取消筛选"
)
NO_SOURCE = Phrase("move to a number: its sentence appears here", "移到一个数字上，这里就显示它的原句")
HIT_SOURCE = Phrase("the document of a hit appears here", "检索结果所在的文件显示在这里")
NO_HITS = Phrase("nothing found for {query}", "没有找到{query}")
NO_QUERY = Phrase("type a word in either language, then Enter", "输入任一语言的词，再按回车")
QUERY_WRONG = Phrase("character {place}: {reason}", "第{place}个字符：{reason}")
QUERY_TRY = Phrase("character {place}: {reason}; perhaps {suggestion}", "第{place}个字符：{reason}；或者{suggestion}")
HITS_KEPT = Phrase("below: {query}, {hits}", "下面是：{query}，{hits}")
PLACE_HERE = Phrase("where the tree stands: {field}", "目录当前所在：{field}")
TOLD_ALIKE = Phrase("told alike", "说法一致")
NO_CHECKS = Phrase("no arithmetic relation was found", "没有发现可核算的关系")
NO_CHECKS_FILTER = Phrase(
    "no relation has figures with “{words}”; Esc clears the filter", "没有数字涉及“{words}”的关系；按Esc取消筛选"
)
CHECK_FIGURES = Phrase("the figures of a relation appear here", "一个关系的各个数字显示在这里")
CHECK_SENTENCES = Phrase("their sentences appear here", "它们的原句显示在这里")
NO_SPEAKERS = Phrase("nobody is named as a speaker", "没有署名的发言人")
NO_QUOTES = Phrase("no words of this speaker", "没有这位发言人的发言")
NO_CHART = Phrase("no numbers to draw here; v shows the list", "此处没有可画的数字；按v看列表")
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
CHOOSE_FORMAT = Phrase("Copy or save as", "复制或保存为")
CHOOSE_COLUMNS = Phrase("Columns", "列")
GO_TOP = Phrase("go to the top", "回到顶部")
GO_BOOKMARK = Phrase("Go to", "转到")
PLAIN_TEXT = Phrase("Text", "纯文本")
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
