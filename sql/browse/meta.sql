-- The one row that says what this file is.
SELECT schema_version, program_version, built, corpus_hash, documents, figures
FROM meta
