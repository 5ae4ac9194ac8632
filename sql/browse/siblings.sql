-- The other documents of a document's briefing, in display order.
-- $document: document.id. Rows: id, doc, language.
SELECT id, doc, language
FROM document
WHERE briefing = (SELECT briefing FROM document WHERE id = $document) AND id <> $document
ORDER BY id
