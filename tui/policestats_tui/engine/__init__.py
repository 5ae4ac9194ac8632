"""Everything that can be said without a screen: reading, extraction, storage, search, audit, tables."""
