-- The names and dates of the documents $documents, in reading order. Rows: doc, date.
SELECT doc, coalesce(held, published)
FROM document
WHERE id IN (SELECT unnest($documents))
ORDER BY id;
