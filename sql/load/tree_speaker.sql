-- Adds the lines of the tree by speaker. Speakers of figures, the one with most first.
-- No parameters.
INSERT INTO tree_node
SELECT 'speaker', row_number() OVER (ORDER BY name IS NULL, count(DISTINCT claim) DESC, name) - 1, coalesce(name, ''), NULL, 0, coalesce(name, '(无发言人)'), coalesce(name, '(no speaker)'),
    count(DISTINCT claim), count(DISTINCT claim), count(DISTINCT document)
FROM figure
LEFT JOIN speaker ON speaker.id = figure.speaker
GROUP BY name
