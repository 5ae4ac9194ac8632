-- Campaigns in reading order, with the documents that name them.
-- $campaign: one campaign, by id or name, and what is below it; NULL for all. $figures: campaigns that one of these
-- (figure.id) belongs to, and those above; NULL lets all through. Rows: id, name_zh, name_en, parent, docs, figures.
WITH RECURSIVE tree AS (
    SELECT id, parent, name_zh, name_en, figures, [id] AS path
    FROM campaign
    WHERE parent IS NULL
    UNION ALL
    SELECT child.id, child.parent, child.name_zh, child.name_en, child.figures, list_append(tree.path, child.id)
    FROM campaign AS child
    JOIN tree ON child.parent = tree.id
)
SELECT tree.id, tree.name_zh, tree.name_en, tree.parent,
    (
        SELECT coalesce(list(DISTINCT document.doc ORDER BY document.doc), [])
        FROM campaign_mention
        JOIN document ON document.id = campaign_mention.document
        WHERE campaign_mention.campaign = tree.id
    ),
    tree.figures
FROM tree
WHERE ($campaign::VARCHAR IS NULL OR tree.id IN (SELECT id FROM campaigns_below($campaign::VARCHAR)))
    AND (
        $figures::UINTEGER[] IS NULL
        OR tree.id IN (
            SELECT unnest(below.path)
            FROM figure
            JOIN tree AS below ON below.id = figure.campaign
            WHERE figure.id IN (SELECT unnest($figures::UINTEGER[]))
        )
    )
ORDER BY tree.path
