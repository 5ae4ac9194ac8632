"""Character folding that keeps every offset: one code point in, one code point out."""

import unicodedata
from functools import cache

import opencc

_CJK = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))


def _width(char: str) -> str:
    """Return the NFKC form of a character where that is one character, else the character."""
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


@cache
def _table() -> dict[int, str]:
    """Map traditional to simplified and full width to half width, for every character that changes."""
    ideographs = [chr(code) for block in _CJK for code in block]
    simplified = opencc.OpenCC("t2s").convert("\n".join(map(_width, ideographs))).split("\n")
    table = {ord(old): new for old, new in zip(ideographs, simplified, strict=True) if len(new) == 1 and old != new}
    for code in (0x3000, *range(0xFF01, 0xFFEF), *range(0x2460, 0x2474)):
        if (folded := _width(chr(code))) != chr(code):
            table[code] = folded
    return table


def simplify(text: str) -> str:
    """Return the text in simplified characters and half width, of the same length: offsets stay true.

    Characters are replaced one by one, as OpenCC's `t2s` table has them; `乾隆` becomes `干隆`, which is harmless where
    text is only compared.
    """
    return text.translate(_table())
