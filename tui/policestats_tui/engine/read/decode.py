"""Bytes to text."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from policestats_tui.engine.errors import BadInputError

NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""Code points that no table and no encoding can hold."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
"""Encodings that such documents come in where neither a mark nor UTF-8 says so; of equals the first is taken."""

_SAMPLE = 20_000
_LIKELY = 0.8
"""How much of what is not ASCII must be in common use; a wrong encoding stays well below, rare names stay above."""

_FEW = 0.25
"""How much of an English text may be outside ASCII: quotation marks, dashes, accents."""

_SIGNS = "“”‘’–—…•·€£§°\N{NO-BREAK SPACE}"


def decode(data: bytes, path: Path | str) -> str:
    """Return the text of a file: by its byte order mark, as UTF-8, or in the encoding that makes it language.

    Raises:
        BadInputError: The file is empty, binary, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise BadInputError(path, "empty file")
    text = _marked(data, path)
    if text is None:
        text = _unmarked(data, path)
    if not text.strip():
        raise BadInputError(path, "empty file")
    if "\0" in text:
        raise BadInputError(path, "binary file")
    return text


def _marked(data: bytes, path: Path | str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
            except UnicodeDecodeError as error:
                raise BadInputError(path, f"broken {encoding} text at byte {error.start}") from error
    return None


def _unmarked(data: bytes, path: Path | str) -> str:
    plain = _decoded(data, "utf-8")
    if plain is not None and "\0" not in plain:
        return plain
    scores = {encoding: _score(data, encoding) for encoding in _CANDIDATES}
    encoding = max(scores, key=lambda name: scores[name])
    text = _decoded(data, encoding) if scores[encoding] >= _LIKELY else None
    if text is None:
        raise BadInputError(path, "binary file" if b"\0" in data else "unknown encoding")
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _score(data: bytes, encoding: str) -> float:
    """Return how much of a sample is in common use, once it is decoded; 0 where it cannot be."""
    sample = _sample(data, encoding)
    if any(unicodedata.category(char) in ("Cc", "Cs", "Cn") and char not in "\t\n\r\f" for char in sample):
        return 0.0
    beyond = [char for char in sample if not char.isascii()]
    if not beyond:
        return 1.0 if sample else 0.0
    if encoding == "cp1252" and len(beyond) > _FEW * len(sample):
        return 0.0
    common = _western() if encoding == "cp1252" else _chinese()
    return sum(char in common for char in beyond) / len(beyond)


def _sample(data: bytes, encoding: str) -> str:
    """Return the text that a file begins with, without a character that the cut goes through."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data[:_SAMPLE], final=len(data) <= _SAMPLE)
    except UnicodeDecodeError:
        return ""


@cache
def _western() -> frozenset[str]:
    """Return the letters of Western Europe and the signs that English is printed with."""
    letters = (char for char in map(chr, range(0xC0, 0x100)) if char.isalpha())
    return frozenset({*letters, *_SIGNS, *"©®™½¼¾"})


@cache
def _chinese() -> frozenset[str]:
    """Return the characters of the first planes of GB 2312 and Big5, and the signs that Chinese is printed with."""
    blocks = (range(0x3000, 0x3018), range(0xFF01, 0xFF5F))
    signs = {chr(code) for block in blocks for code in block}
    pinyin = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê"
    planes = {*_plane("gb2312", range(0xB0, 0xD8), 0xA1), *_plane("big5", range(0xA4, 0xC7), 0x40)}
    return frozenset({*signs, *pinyin, *_SIGNS, *"×℃‰①②③④⑤⑥⑦⑧⑨⑩", *planes})


def _plane(encoding: str, leads: range, low: int) -> Iterator[str]:
    """Yield the ideographs of some lead bytes."""
    for lead in leads:
        for trail in range(low, 0xFF):
            char = bytes([lead, trail]).decode(encoding, "ignore")
            if "\u4e00" <= char <= "\u9fff":
                yield char
