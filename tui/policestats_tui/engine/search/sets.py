"""Sets of passages as long integers, one bit a passage, and their pages in display order.

The bit of passage 0 is the highest: written out, a set reads from the newest passage to the oldest.
"""

import re
from collections.abc import Iterator

_CHUNK = 4096
_BYTE = 8
_SOME = re.compile(rb"[^\x00]", re.DOTALL)
_PLACES = tuple(tuple(place for place in range(_BYTE) if byte & (0x80 >> place)) for byte in range(256))


def bits(last: int) -> int:
    """Return how many bits a set has whose highest passage is `last`: whole bytes."""
    return (last // _BYTE + 1) * _BYTE


def from_bytes(written: bytes | None) -> int:
    """Return a set as DuckDB writes a string of bits; None is the empty set."""
    return int.from_bytes(written or b"", "big")


def to_bytes(passages: int, bits: int) -> bytes:
    """Write a set out; `bits` is a multiple of eight."""
    return passages.to_bytes(bits // _BYTE, "big")


def page(passages: int, bits: int, offset: int, limit: int) -> list[int]:
    """Return `limit` passages of a set behind the first `offset`, in display order."""
    written = to_bytes(passages, bits)
    found: list[int] = []
    for start in range(0, len(written), _CHUNK):
        chunk = written[start : start + _CHUNK]
        size = int.from_bytes(chunk, "big").bit_count()
        if offset >= size:
            offset -= size
            continue
        for passage in _members(chunk, start):
            if offset:
                offset -= 1
            elif len(found) < limit:
                found.append(passage)
            else:
                return found
    return found


def _members(chunk: bytes, start: int) -> Iterator[int]:
    for match in _SOME.finditer(chunk):
        first = (start + match.start()) * _BYTE
        yield from (first + place for place in _PLACES[match.group()[0]])
