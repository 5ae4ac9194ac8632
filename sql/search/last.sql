-- The highest passage.id, NULL where there is no passage.
SELECT max(id) FROM passage;
