-- The documents of the temporary table `selection`, newest first.
-- No parameters. Rows: doc, date.
SELECT doc, coalesce(held, published)
FROM document
WHERE id IN (SELECT figure.document FROM selection JOIN figure ON figure.id = selection.figure)
ORDER BY id
