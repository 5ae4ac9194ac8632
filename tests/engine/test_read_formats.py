"""HTML, PDF and Word documents: what is read out of them, and what happens with broken ones."""

import io
import sys
from pathlib import Path

import docx
import pytest

from policestats_tui.engine.errors import BadInputError
from policestats_tui.engine.read.formats import read_docx, read_html, read_pdf

HTML, PDF, DOCX = Path("page.html"), Path("page.pdf"), Path("page.docx")


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with some lines of ASCII text."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, item in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, item))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def word(*lines: str) -> bytes:
    """Return a Word document with some paragraphs and a table of one row."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "破案", "12起"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_html_is_read_block_by_block() -> None:
    page = """<html><head><title>Bulletin</title><style>p {color: red}</style><script>alert(1)</script></head>
    <body><nav>Home | News</nav><p>Police solved <b>12</b>
    cases.</p><ul><li>one</li><li>two</li></ul><p>A &amp; B</p></body></html>"""
    assert read_html(page.encode(), HTML).splitlines() == [
        "Bulletin", "Police solved 12 cases.", "one", "two", "A & B",
    ]  # fmt: skip


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030", "utf-8", "no-such-charset"])
def test_html_in_the_encoding_it_declares(charset: str) -> None:
    encoding = "gb18030" if charset.lower().startswith("gb") else "utf-8"
    # 喆 is in GBK but not in the GB 2312 that many pages declare.
    page = f'<meta charset="{charset}"><p>王喆说,破案12起。</p>'
    assert read_html(page.encode(encoding), HTML) == "王喆说,破案12起。"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_html_that_declares_nothing(encoding: str) -> None:
    page = "<p>去年共破获案件十二起,抓获嫌疑人三十名。</p>"
    assert read_html(page.encode(encoding), HTML) == "去年共破获案件十二起,抓获嫌疑人三十名。"


def test_pdf_has_its_lines() -> None:
    assert read_pdf(pdf("Police solved 12 cases.", "They arrested 30 people."), PDF).splitlines() == [
        "Police solved 12 cases.", "They arrested 30 people.",
    ]  # fmt: skip


def test_word_has_paragraphs_and_rows() -> None:
    assert read_docx(word("共破案12起。", "抓获30人。"), DOCX) == "共破案12起。\n抓获30人。\n破案\t12起"


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing", b"", b"not a PDF", pdf("Twelve.")[:200]])
def test_broken_pdf(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(BadInputError, match=r"^page\.pdf: broken PDF: .+$"):
        read_pdf(data, PDF)
    assert caplog.text == ""


@pytest.mark.parametrize("data", [b"", b"not a zip", word("Twelve.")[:300], b"PK\x05\x06" + bytes(18)])
def test_broken_word_document(data: bytes) -> None:
    with pytest.raises(BadInputError, match=r"^page\.docx: broken Word document: .+$"):
        read_docx(data, DOCX)


def test_pdf_that_is_a_picture_has_no_text() -> None:
    with pytest.raises(BadInputError, match=r"^page\.pdf: no text in it$"):
        read_pdf(pdf(""), PDF)


def test_html_without_text() -> None:
    with pytest.raises(BadInputError, match=r"^page\.html: no text in it$"):
        read_html(b"<html><script>1</script></html>", HTML)


@pytest.mark.parametrize(
    ("reader", "path", "library", "extra"),
    [(read_pdf, PDF, "pypdf", "pdf"), (read_docx, DOCX, "docx", "docx")],
)
def test_missing_library_names_the_extra(
    reader: object, path: Path, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(reader)
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(BadInputError, match=rf"needs an extra: pip install 'policestats-tui\[{extra}\]'$"):
        reader(b"data", path)


@pytest.mark.parametrize("page", ["<div>" * 50_000 + "Twelve.", "<p>" + "Twelve. " * 50_000, "Twelve.<!--" * 50_000])
def test_large_pages_are_read_in_one_go(page: str) -> None:
    assert read_html(page.encode(), HTML).startswith("Twelve.")


def test_what_is_left_open_in_a_hidden_part_ends_with_it() -> None:
    assert read_html(b"<nav><svg>Home</nav>Twelve.", HTML) == "Twelve."


def test_code_points_that_no_table_can_hold_are_replaced() -> None:
    assert read_html(b"<p>a&#0;b&#xD800;c</p>", HTML).encode("utf-8") == "a�b�c".encode()
