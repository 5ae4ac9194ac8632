"""The text of a web page, block by block.

Pages are hostile: each step below goes forward, so that no page, however broken, takes more than one pass. (The
standard library's parser and those built on it go back for every tag that is left open.)
"""

import re
from collections.abc import Iterator
from html import unescape

_HIDDEN = frozenset({"script", "style", "nav", "noscript", "template", "svg"})
_BLOCKS = frozenset({
    "address", "article", "blockquote", "br", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul",
})  # fmt: skip
_UNREAD = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""Elements whose content is no markup, and what ends them."""

_TAG = re.compile(r"<!--|<(/?)([a-z][a-z0-9]*+)[^<>]*+>|<[!?][^<>]*+>", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""Pages that declare the smaller set often use the larger one."""


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page names in its head, None where it names none."""
    found = _CHARSET.search(data[:_HEAD])
    if not found:
        return None
    name = found[1].decode("ascii").lower()
    return _WIDER.get(name, name)


def page_text(page: str) -> str:
    """Return what a page shows, one line a block; scripts, styles and navigation are left out."""
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(_pieces(page)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(page: str) -> Iterator[str]:
    """Yield what is shown, with a line end around each block; line ends in the page's source mean nothing."""
    hidden, depth, place = "", 0, 0
    while tag := _TAG.search(page, place):
        if not hidden:
            yield _SPACES.sub(" ", unescape(page[place : tag.start()]))
        name = (tag[2] or "").lower()
        place = _behind(page, tag, name)
        if hidden:
            # Only its own end ends it, whatever is left open within.
            depth += {"": 1, "/": -1}[tag[1]] if name == hidden else 0
            hidden = hidden if depth else ""
        elif name in _HIDDEN and not tag[1]:
            hidden, depth = name, 1
        elif name in _BLOCKS:
            yield "\n"
    if not hidden:
        yield _SPACES.sub(" ", unescape(page[place:]))


def _behind(page: str, tag: re.Match[str], name: str) -> int:
    """Return where reading goes on: behind a tag, a whole comment, or the content of a script."""
    if tag.group() == "<!--":
        end = page.find("-->", tag.end())
        return len(page) if end < 0 else end + len("-->")
    if name in _UNREAD and not tag[1]:
        closing = _UNREAD[name].search(page, tag.end())
        return closing.start() if closing else len(page)
    return tag.end()
