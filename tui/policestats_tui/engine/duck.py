"""DuckDB as the program uses it: its compiled core, set to hand memory back.

`import duckdb` brings classes for relations and expressions along, none of which is used here: 50 ms and 13 MB.
"""

import os
from typing import TYPE_CHECKING

# DuckDB's allocator, jemalloc, reads this when it is loaded: pages that a query is done with go back after a second.
# Left to itself it keeps 60 MB after a pivot of 40,000 figures; handing back at once slows searches by a fifth.
os.environ.setdefault("DUCKDB_JE_MALLOC_CONF", "dirty_decay_ms:1000,muzzy_decay_ms:0,background_thread:true")

if TYPE_CHECKING:
    import duckdb as core
else:
    try:
        import _duckdb as core
    except ImportError:  # private: another version may keep it elsewhere
        import duckdb as core

BinderException = core.BinderException
CatalogException = core.CatalogException
Connection = core.DuckDBPyConnection
Error = core.Error
connect = core.connect
