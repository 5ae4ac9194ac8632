-- How many bits a set of passages has: one for each passage, up to whole bytes. One row.
SELECT CAST(coalesce(ceil((max(id) + 1) / 8) * 8, 0) AS BIGINT) AS bits FROM passage;
