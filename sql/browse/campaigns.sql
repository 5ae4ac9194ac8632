-- Campaigns in reading order, with the documents that name them.
-- $campaign: one campaign and what is below it; NULL for all. Rows: id, name_zh, name_en, parent, docs, figures.
WITH RECURSIVE tree AS (
    SELECT id, parent, name_zh, name_en, figures, [id] AS path
    FROM campaign
    WHERE CASE WHEN $campaign::VARCHAR IS NULL THEN parent IS NULL ELSE id = $campaign::VARCHAR END
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
ORDER BY tree.path
