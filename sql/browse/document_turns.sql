-- The turns of a document in reading order.
-- $document: document.id. Rows: id, start, end, kind, speaker, role, agency.
SELECT turn.id, turn.start, turn."end", turn.kind, speaker.name, turn.role, turn.agency
FROM turn
LEFT JOIN speaker ON speaker.id = turn.speaker
WHERE turn.document = $document
ORDER BY turn.start
