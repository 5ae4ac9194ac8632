-- Adds the lines of the tree by region. Regions in reading order, each with all below it.
-- No parameters.
INSERT INTO tree_node
WITH RECURSIVE tree AS (
    SELECT id, parent, name_zh, name_en, 0 AS depth, [id] AS path
    FROM region
    WHERE parent IS NULL
    UNION ALL
    SELECT child.id, child.parent, child.name_zh, child.name_en, depth + 1, list_append(tree.path, child.id)
    FROM region AS child
    JOIN tree ON child.parent = tree.id
)
SELECT 'region', row_number() OVER (ORDER BY tree.path) - 1, tree.id, tree.parent, tree.depth, coalesce(tree.name_zh, tree.name_en), coalesce(tree.name_en, tree.name_zh),
    count(DISTINCT claim) FILTER (figure.region = tree.id), count(DISTINCT claim), count(DISTINCT document)
FROM tree
JOIN tree AS below ON list_contains(below.path, tree.id)
LEFT JOIN figure ON figure.region = below.id
GROUP BY tree.id, tree.parent, tree.depth, tree.name_zh, tree.name_en, tree.path
