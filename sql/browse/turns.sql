-- Turns in display order.
-- $speaker, $region, $year, $language, $document: NULL lets all through.
-- Rows: doc, start, end, kind, speaker, role, agency, document.id.
SELECT document.doc, turn.start, turn."end", turn.kind, speaker.name, turn.role, turn.agency, document.id
FROM turn
JOIN document ON document.id = turn.document
LEFT JOIN speaker ON speaker.id = turn.speaker
WHERE ($speaker::VARCHAR IS NULL OR lower(speaker.name) = lower($speaker::VARCHAR))
    AND ($region::VARCHAR IS NULL OR document.region = $region::VARCHAR)
    AND ($year::VARCHAR IS NULL OR starts_with(coalesce(document.held, document.published), $year::VARCHAR))
    AND ($language::VARCHAR IS NULL OR document.language = $language::VARCHAR)
    AND ($document::VARCHAR IS NULL OR document.doc = $document::VARCHAR)
ORDER BY turn.id
