-- Speakers of figures, the one with most first.
-- No parameters. Rows: id, parent, depth, name_zh, name_en, own, figures, documents.
SELECT coalesce(name, ''), NULL, 0, coalesce(name, '(无发言人)'), coalesce(name, '(no speaker)'),
    count(DISTINCT claim), count(DISTINCT claim), count(DISTINCT document)
FROM figure
LEFT JOIN speaker ON speaker.id = figure.speaker
GROUP BY name
ORDER BY name IS NULL, count(DISTINCT claim) DESC, name
