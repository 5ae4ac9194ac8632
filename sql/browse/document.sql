-- One document, whole.
-- $document: document.id.
SELECT id, doc, briefing, title, publisher, published, held, language, form, digests, body, text
FROM document
WHERE id = $document
