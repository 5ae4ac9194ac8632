-- Index, step 5: write where the runs in `staged` begin; their ids are $next and higher.
INSERT INTO posting
SELECT run.id, staged.passage, staged.place, staged.variant
FROM staged
JOIN (SELECT * FROM term WHERE id >= $next) AS run USING (first, second, third, fourth)
ORDER BY run.id, staged.passage, staged.place;
