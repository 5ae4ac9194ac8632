-- Topics, the one with most figures first.
-- No parameters. Rows: id, parent, depth, name_zh, name_en, own, figures, documents.
SELECT topic, NULL, 0, coalesce(any_value(topic_name.name_zh), topic), coalesce(any_value(topic_name.name_en), topic),
    count(DISTINCT claim), count(DISTINCT claim), count(DISTINCT document)
FROM figure
LEFT JOIN topic AS topic_name ON topic_name.id = figure.topic
GROUP BY topic
ORDER BY count(DISTINCT claim) DESC, topic
