-- The figures of a document in reading order, with the words that decided their fields.
-- $document: document.id. Rows: id, start, end, label, why.
SELECT id, start, "end", label, why
FROM figure
WHERE document = $document
ORDER BY start
