-- What is shown of the passages $passages, in no order, with the year that the facets count them under.
WITH page AS MATERIALIZED (
    SELECT id, document, start, "end", turn, campaign, text FROM passage WHERE id IN ($passages)
), told AS MATERIALIZED (
    SELECT passage, year FROM passage_facet WHERE passage IN ($passages)
)
SELECT
    page.document,
    page.id,
    document.doc,
    document.language,
    page.start,
    page."end",
    page.text,
    speaker.name,
    page.campaign,
    told.year
FROM page
JOIN document ON document.id = page.document
LEFT JOIN told ON told.passage = page.id
LEFT JOIN turn ON turn.id = page.turn
LEFT JOIN speaker ON speaker.id = turn.speaker;
