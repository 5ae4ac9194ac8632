"""The text of a web page, block by block."""

import re
from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "nav", "noscript", "template", "svg"})
_BLOCKS = frozenset({
    "address", "article", "blockquote", "br", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "title", "tr", "ul",
})  # fmt: skip
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
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Gathers the pieces of text, with a line end around each block."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or something that is not shown."""
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block, or something that is not shown and whatever was left open in it."""
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text; line ends in the page's source mean nothing."""
        if not self._hidden:
            self.pieces.append(_SPACES.sub(" ", data))
