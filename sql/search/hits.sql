-- What is shown of the passages $passages, in no order.
WITH page AS MATERIALIZED (
    SELECT id, document, start, "end", turn, campaign, text FROM passage WHERE id IN ($passages)
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
    page.campaign
FROM page
JOIN document ON document.id = page.document
LEFT JOIN turn ON turn.id = page.turn
LEFT JOIN speaker ON speaker.id = turn.speaker;
