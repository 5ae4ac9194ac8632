-- Index, step 4: write where the runs begin whose first symbols are $low to $high and whose ids start at $next.
INSERT INTO posting
SELECT run.id, staged.passage, staged.place, staged.fresh, staged.variant
FROM staged
JOIN (SELECT * FROM term WHERE id >= $next) AS run USING (first, second, third, fourth)
WHERE staged.first BETWEEN $low AND $high
ORDER BY run.id, staged.passage, staged.place;
