"""Tables as Excel files, through XlsxWriter, which is an extra."""

from pathlib import Path

from policestats_tui.engine.export import Table
from policestats_tui.engine.safe import one_line


def write_xlsx(table: Table, file: Path) -> None:
    """Write a table with bold heads, and its source below.

    Texts are written as texts, never as formulas or links.

    Raises:
        ImportError: XlsxWriter is not installed.
        OSError: The file cannot be written.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise ImportError("Excel files need the extra: pip install 'policestats-tui[xlsx]'") from error
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    try:
        with xlsxwriter.Workbook(str(file), options) as book:
            sheet = book.add_worksheet("figures")
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, table.columns, book.add_format({"bold": True}))
            for number, row in enumerate(table.rows, 1):
                cells = (value if isinstance(value, int | float) else one_line(str(value or "")) for value in row)
                sheet.write_row(number, 0, cells)
            if table.source:
                sheet.write_string(len(table.rows) + 2, 0, one_line(table.source))
    except xlsxwriter.exceptions.FileCreateError as error:
        raise OSError(str(error)) from error
