-- Adds the campaigns, counting documents and claims of each and of all below it.
-- $rows: a JSON array of objects: id, parent, name_zh, name_en, first, last. Every parent is among them.
INSERT INTO campaign
WITH RECURSIVE given AS (
    SELECT row.*
    FROM (SELECT unnest(from_json($rows::JSON, '[{
        "id": "VARCHAR", "parent": "VARCHAR", "name_zh": "VARCHAR", "name_en": "VARCHAR",
        "first": "VARCHAR", "last": "VARCHAR"
    }]')) AS row)
),
above AS (
    SELECT id, id AS ancestor, 0 AS steps FROM given
    UNION ALL
    SELECT above.id, given.parent, steps + 1
    FROM above
    JOIN given ON given.id = above.ancestor
    WHERE given.parent IS NOT NULL
),
claimed AS (
    SELECT above.ancestor AS id,
        count(DISTINCT claim) AS figures,
        count(DISTINCT claim) FILTER (steps = 0) AS own_figures
    FROM figure
    JOIN above ON above.id = figure.campaign
    GROUP BY above.ancestor
),
told AS (
    SELECT above.ancestor AS id, count(DISTINCT document) AS documents
    FROM (SELECT campaign, document FROM campaign_mention UNION SELECT campaign, document FROM figure) AS named
    JOIN above ON above.id = named.campaign
    GROUP BY above.ancestor
)
SELECT given.id, given.parent, given.name_zh, given.name_en, given.first, given.last,
    (SELECT max(steps) FROM above WHERE above.id = given.id),
    coalesce(told.documents, 0), coalesce(claimed.own_figures, 0), coalesce(claimed.figures, 0)
FROM given
LEFT JOIN claimed USING (id)
LEFT JOIN told USING (id)
ORDER BY given.id
