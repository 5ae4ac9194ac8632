-- Documents, newest first.
-- $speaker (has a turn in it), $region, $year, $language: NULL lets all through.
-- $figures: documents that hold one of these (figure.id); NULL lets all through.
-- Rows: id, doc, briefing, title, publisher, published, held, place, language, region, url, form, inferred, figures.
SELECT id, doc, briefing, title, publisher, published, held, place, language, region, url, form, inferred, figures
FROM document
WHERE (
        $speaker::VARCHAR IS NULL
        OR id IN (
            SELECT turn.document FROM turn JOIN speakers_named($speaker::VARCHAR) AS named ON named.id = turn.speaker
        )
    )
    AND ($region::VARCHAR IS NULL OR region IN (SELECT id FROM regions_below($region::VARCHAR)))
    AND ($year::VARCHAR IS NULL OR dated_in($year::VARCHAR, coalesce(held, published)))
    AND ($language::VARCHAR IS NULL OR language = $language::VARCHAR)
    AND (
        $figures::UINTEGER[] IS NULL
        OR id IN (SELECT document FROM figure WHERE id IN (SELECT unnest($figures::UINTEGER[])))
    )
ORDER BY id
