-- Adds the lines of the tree by year. Years that periods begin in, newest first.
-- No parameters.
INSERT INTO tree_node
SELECT 'year', row_number() OVER (ORDER BY year(last_day) DESC NULLS LAST) - 1, coalesce(year(last_day)::VARCHAR, ''), NULL, 0, coalesce(year(last_day) || '年', '(时间不详)'),
    coalesce(year(last_day)::VARCHAR, '(no period)'), count(DISTINCT claim), count(DISTINCT claim),
    count(DISTINCT document)
FROM figure
GROUP BY year(last_day)
