-- Adds the lines of the tree by document. Briefings, newest first, each with its documents.
-- No parameters.
INSERT INTO tree_node
SELECT 'document', row_number() OVER (ORDER BY place, depth) - 1, id, parent, depth, name, name, own, figures, documents
FROM (
    SELECT 'briefing:' || briefing.id AS id, NULL AS parent, 0 AS depth,
        coalesce(briefing.held || ' ', '') || coalesce(briefing.title, briefing.id) AS name,
        0 AS own, count(DISTINCT figure.claim) AS figures, count(DISTINCT document.id) AS documents,
        min(document.id) AS place
    FROM briefing
    JOIN document ON document.briefing = briefing.id
    LEFT JOIN figure ON figure.document = document.id
    GROUP BY briefing.id, briefing.held, briefing.title
    UNION ALL
    SELECT document.doc, 'briefing:' || document.briefing, 1,
        document.doc || coalesce(' · ' || document.language, '') || ' · ' || document.form,
        document.figures, document.figures, 1, document.id
    FROM document
)
