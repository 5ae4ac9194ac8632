-- Adds the lines of the tree by topic. Topics, the one with most figures first.
-- No parameters.
INSERT INTO tree_node
SELECT 'topic', row_number() OVER (ORDER BY count(DISTINCT claim) DESC, topic) - 1, topic, NULL, 0, coalesce(any_value(topic_name.name_zh), topic), coalesce(any_value(topic_name.name_en), topic),
    count(DISTINCT claim), count(DISTINCT claim), count(DISTINCT document)
FROM figure
LEFT JOIN topic AS topic_name ON topic_name.id = figure.topic
GROUP BY topic
