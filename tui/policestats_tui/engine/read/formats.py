"""One reader a format: each turns a file's bytes into text."""

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.read.decode import NO_TEXT, decode
from policestats_tui.engine.read.html import declared_encoding, page_text

Reader = Callable[[bytes, Path], str]


def _need(extra: str, path: Path) -> BadInputError:
    return BadInputError(path, f"reading {path.suffix} needs an extra: pip install 'policestats-tui[{extra}]'")


def read_text(data: bytes, path: Path) -> str:
    """Plain text and Markdown: decoding only."""
    return decode(data, path)


@contextmanager
def _parsing(what: str, path: Path) -> Iterator[None]:
    """Name the file and the kind of trouble where a parser fails: what parsers raise over broken files has no end."""
    try:
        yield
    except Exception as error:
        reason = str(error).strip().splitlines()
        raise BadInputError(path, f"broken {what}: {reason[0] if reason else type(error).__name__}") from error


def read_html(data: bytes, path: Path) -> str:
    """The text of a page, in the encoding that it declares where that is true."""
    page = _as_declared(data) or decode(data, path)
    with _parsing("HTML", path):
        text = page_text(page)
    return _found(text, path)


def _as_declared(data: bytes) -> str | None:
    declared = declared_encoding(data)
    try:
        return data.decode(declared) if declared else None
    except (LookupError, UnicodeDecodeError):
        return None


def read_pdf(data: bytes, path: Path) -> str:
    """The text layer of a PDF, page after page."""
    try:
        from pypdf import PdfReader
    except ImportError:
        raise _need("pdf", path) from None
    # It would tell the terminal of every oddity that it can cope with.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with _parsing("PDF", path):
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    return _found("\n".join(pages), path)


def read_docx(data: bytes, path: Path) -> str:
    """Paragraphs and table rows of a Word document, in order."""
    try:
        from docx import Document
        from docx.table import Table
    except ImportError:
        raise _need("docx", path) from None
    lines: list[str] = []
    with _parsing("Word document", path):
        for block in Document(io.BytesIO(data)).iter_inner_content():
            if isinstance(block, Table):
                lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                lines.append(block.text)
    return _found("\n".join(lines), path)


def _found(text: str, path: Path) -> str:
    if not text.strip():
        raise BadInputError(path, "no text in it")
    return NO_TEXT.sub("�", text)


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
"""Reader of each file suffix, lower case."""
