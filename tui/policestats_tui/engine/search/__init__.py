"""Search in both languages: analysis of text, the index, the query language, hits and concordance lines."""
