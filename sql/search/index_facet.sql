-- Index: what each passage is filtered and counted by. A campaign, region and year are those of its first figure that
-- has one; without, region and year are those of its document.
INSERT INTO passage_facet
WITH told AS (
    SELECT
        passage,
        min_by(region, id) AS region,
        min_by(year(last_day), id) FILTER (last_day IS NOT NULL) AS year
    FROM figure
    GROUP BY passage
)
SELECT
    passage.id,
    passage.document,
    document.doc,
    turn.speaker,
    speaker.name,
    passage.campaign,
    coalesce(told.region, document.region),
    CAST(coalesce(told.year, try_cast(left(coalesce(document.held, document.published), 4) AS USMALLINT)) AS USMALLINT),
    document.language,
    turn.kind,
    coalesce(size.pieces, 0)
FROM passage
JOIN document ON document.id = passage.document
LEFT JOIN turn ON turn.id = passage.turn
LEFT JOIN speaker ON speaker.id = turn.speaker
LEFT JOIN told ON told.passage = passage.id
LEFT JOIN size ON size.passage = passage.id
ORDER BY passage.id;
