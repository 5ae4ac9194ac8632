-- Years that periods begin in, newest first.
-- No parameters. Rows: id, parent, depth, name_zh, name_en, own, figures, documents.
SELECT coalesce(year(last_day)::VARCHAR, ''), NULL, 0, coalesce(year(last_day) || '年', '(时间不详)'),
    coalesce(year(last_day)::VARCHAR, '(no period)'), count(DISTINCT claim), count(DISTINCT claim),
    count(DISTINCT document)
FROM figure
GROUP BY year(last_day)
ORDER BY year(last_day) DESC NULLS LAST
