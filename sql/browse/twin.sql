-- The figure of another document that makes the same claim.
-- $figure: figure.id. $document: document.id of the other document. Rows: figure.id, start, end.
SELECT id, start, "end"
FROM figure
WHERE document = $document AND claim = (SELECT claim FROM figure WHERE id = $figure)
ORDER BY id
LIMIT 1
