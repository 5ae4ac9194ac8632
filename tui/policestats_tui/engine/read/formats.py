"""One reader a format: each turns a file's bytes into text."""

import io
from collections.abc import Callable
from pathlib import Path

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.read.decode import decode

Reader = Callable[[bytes, Path], str]


def _need(extra: str, path: Path) -> BadInputError:
    return BadInputError(path, f"reading {path.suffix} needs an extra: pip install 'policestats-tui[{extra}]'")


def read_text(data: bytes, path: Path) -> str:
    """Plain text and Markdown: decoding only."""
    return decode(data, path)


def read_html(data: bytes, path: Path) -> str:
    """The text of a page, one line a block; scripts, styles and navigation are left out."""
    try:
        from bs4 import BeautifulSoup
    except ImportError:
        raise _need("html", path) from None
    soup = BeautifulSoup(data, "html.parser")
    for tag in soup(["script", "style", "nav", "noscript", "template", "svg"]):
        tag.decompose()
    for tag in soup(["p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "title"]):
        tag.append("\n")
    lines = (" ".join(line.split()) for line in soup.get_text().splitlines())
    return _found("\n".join(line for line in lines if line), path)


def read_pdf(data: bytes, path: Path) -> str:
    """The text layer of a PDF, page after page."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PdfReadError
    except ImportError:
        raise _need("pdf", path) from None
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except (PdfReadError, ValueError, KeyError) as error:
        raise BadInputError(path, f"broken PDF: {error}") from error
    return _found("\n".join(pages), path)


def read_docx(data: bytes, path: Path) -> str:
    """Paragraphs and table rows of a Word document, in order."""
    try:
        from docx import Document
        from docx.table import Table
    except ImportError:
        raise _need("docx", path) from None
    try:
        document = Document(io.BytesIO(data))
    except (ValueError, KeyError, OSError) as error:
        raise BadInputError(path, f"broken Word document: {error}") from error
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return _found("\n".join(lines), path)


def _found(text: str, path: Path) -> str:
    if not text.strip():
        raise BadInputError(path, "no text in it")
    return text.replace("\0", "�")


READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
}
"""Reader of each file suffix, lower case."""
