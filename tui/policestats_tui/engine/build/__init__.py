"""From documents to a new database file."""
