"""The explorer: a Textual program over a database that the engine opened read-only."""
