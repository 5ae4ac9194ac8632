"""The least that a Textual program with a table can be: a DataTable of a hundred rows, and nothing else."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable

ROWS = 100
COLUMNS = ("measure", "No.1", "No.2", "No.3", "No.4", "No.5", "sum", "stated")


class BareApp(App[None]):
    """One table."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield DataTable()

    def on_mount(self) -> None:
        table: DataTable[str] = self.query_one(DataTable)
        table.add_columns(*COLUMNS)
        for row in range(ROWS):
            table.add_row(f"measure {row}", *(f"{row * column + column:,}" for column in range(1, len(COLUMNS))))


if __name__ == "__main__":
    BareApp().run()
