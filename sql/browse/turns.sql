-- Turns in display order.
-- $speaker, $region (of the document), $year (of the document), $language: NULL lets all through.
-- $figures: turns that hold one of these (figure.id); NULL lets all through.
-- Rows: doc, start, end, kind, speaker, role, agency.
SELECT document.doc, turn.start, turn."end", turn.kind, speaker.name, turn.role, turn.agency
FROM turn
JOIN document ON document.id = turn.document
LEFT JOIN speaker ON speaker.id = turn.speaker
WHERE ($speaker::VARCHAR IS NULL OR turn.speaker IN (SELECT id FROM speakers_named($speaker::VARCHAR)))
    AND ($region::VARCHAR IS NULL OR document.region IN (SELECT id FROM regions_below($region::VARCHAR)))
    AND ($year::VARCHAR IS NULL OR dated_in($year::VARCHAR, coalesce(document.held, document.published)))
    AND ($language::VARCHAR IS NULL OR document.language = $language::VARCHAR)
    AND (
        $figures::UINTEGER[] IS NULL
        OR turn.id IN (SELECT turn FROM figure WHERE id IN (SELECT unnest($figures::UINTEGER[])))
    )
ORDER BY turn.id
