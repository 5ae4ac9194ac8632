-- Writes the one row that says what the file is.
-- $schema_version, $program_version, $built, $corpus_hash
INSERT INTO meta
SELECT $schema_version, $program_version, $built, $corpus_hash,
    (SELECT count(*) FROM document), (SELECT count(*) FROM figure)
