-- The highest passage.id, NULL where there is none.
SELECT max(id) FROM passage;
