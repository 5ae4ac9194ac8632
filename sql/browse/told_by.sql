-- How many documents the temporary table `selection` stands in, and the newest of them.
-- $limit: how many to name. Rows: doc, date, count of all.
SELECT doc, coalesce(held, published), count(*) OVER ()
FROM document
WHERE id IN (SELECT figure.document FROM selection JOIN figure ON figure.id = selection.figure)
ORDER BY id
LIMIT $limit
