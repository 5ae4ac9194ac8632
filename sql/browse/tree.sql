-- The lines of the tree in reading order.
-- $grouping: campaign, region, speaker, topic, year or document. Rows: the fields of TreeNode.
SELECT id, parent, depth, name_zh, name_en, own, figures, documents
FROM tree_node
WHERE grouping = $grouping
ORDER BY place
