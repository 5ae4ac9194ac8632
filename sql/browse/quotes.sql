-- Sentences that somebody says, in display order.
-- $speaker, $campaign, $region, $year, $language, $document, $words (all of them stand in it): NULL lets all through. $limit: NULL for all.
-- $figures: sentences that hold one of these (figure.id); NULL lets all through.
-- Rows: the fields of Quote.
SELECT quote.passage, passage.document, quote.doc, quote.start, quote."end", quote.text, quote.speaker, quote.role,
    quote.agency, quote.kind, quote.date
FROM quote
JOIN passage ON passage.id = quote.passage
JOIN turn ON turn.id = passage.turn
WHERE ($speaker::VARCHAR IS NULL OR turn.speaker IN (SELECT id FROM speakers_named($speaker::VARCHAR)))
    AND ($campaign::VARCHAR IS NULL OR quote.campaign IN (SELECT id FROM campaigns_below($campaign::VARCHAR)))
    AND ($region::VARCHAR IS NULL OR quote.region IN (SELECT id FROM regions_below($region::VARCHAR)))
    AND ($year::VARCHAR IS NULL OR dated_in($year::VARCHAR, quote.date))
    AND ($language::VARCHAR IS NULL OR quote.language = $language::VARCHAR)
    AND ($document::VARCHAR IS NULL OR quote.doc = $document::VARCHAR)
    AND (
        $figures::UINTEGER[] IS NULL
        OR quote.passage IN (SELECT passage FROM figure WHERE id IN (SELECT unnest($figures::UINTEGER[])))
    )
    AND ($words::VARCHAR IS NULL OR list_bool_and([contains(lower(quote.text), word) FOR word IN str_split(lower($words::VARCHAR), ' ')]))
ORDER BY quote.passage
LIMIT coalesce($limit::BIGINT, 9223372036854775807)
