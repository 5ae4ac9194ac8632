"""Bytes to text."""

import codecs
from pathlib import Path

import charset_normalizer

from policestats_tui.engine.errors import BadInputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FAMILIES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "hz": "hz",
    "big5": "big5hkscs", "big5hkscs": "big5hkscs", "cp950": "big5hkscs",
    "utf_16": "utf-16", "utf_16_le": "utf-16-le", "utf_16_be": "utf-16-be", "cp1252": "cp1252", "latin_1": "cp1252",
}  # fmt: skip
_SAMPLE = 200_000


def decode(data: bytes, path: Path | str) -> str:
    """Return the text of a file: by its byte order mark, as UTF-8, or by its most likely encoding.

    Raises:
        BadInputError: The file is empty, binary, or in an encoding that cannot be told.
    """
    if not data.strip():
        raise BadInputError(path, "empty file")
    text = _marked(data, path) or _plain(data, path)
    if "\0" in text:
        raise BadInputError(path, "binary file")
    if not text.strip():
        raise BadInputError(path, "empty file")
    return text


def _marked(data: bytes, path: Path | str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise BadInputError(path, f"broken {encoding} text at byte {error.start}") from error
    return None


def _plain(data: bytes, path: Path | str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    encoding = _guess(data)
    if encoding is None:
        reason = "binary file" if b"\0" in data else "unknown encoding"
        raise BadInputError(path, reason)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInputError(path, f"unknown encoding (looks like {encoding}, broken at byte {error.start})") from error


def _guess(data: bytes) -> str | None:
    """Return the encoding that reads most like language, of those that such documents come in."""
    candidates = ["utf_16_le", "utf_16_be"] if b"\0" in data[:_SAMPLE] else ["gb18030", "big5hkscs"]
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=candidates).best()
    if best is None:
        return None
    return _FAMILIES.get(best.encoding, best.encoding)
