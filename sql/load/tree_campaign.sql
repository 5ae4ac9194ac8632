-- Adds the lines of the tree by campaign. Campaigns in reading order: a series, its editions, their parts; then figures without one.
-- No parameters.
INSERT INTO tree_node
WITH RECURSIVE tree AS (
    SELECT *, [lpad((99999999 - figures)::VARCHAR, 8, '0') || id] AS path
    FROM campaign
    WHERE parent IS NULL
    UNION ALL
    SELECT child.*, list_append(tree.path, child.id)
    FROM campaign AS child
    JOIN tree ON child.parent = tree.id
)
SELECT 'campaign', row_number() OVER (ORDER BY path) - 1, id, parent, depth, coalesce(name_zh, name_en, id), coalesce(name_en, name_zh, id),
    own_figures, figures, documents
FROM (
    SELECT id, parent, depth, name_zh, name_en, own_figures, figures, documents, path FROM tree
    UNION ALL
    SELECT '', NULL, 0, '(无专项行动)', '(no campaign)', count(DISTINCT claim), count(DISTINCT claim),
        count(DISTINCT document), ['~']
    FROM figure
    WHERE campaign IS NULL
    HAVING count(*) > 0
)
