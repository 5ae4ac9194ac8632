-- The arithmetic between figures, failures first.
-- No parameters. Rows: id, rule, status, explanation_zh, explanation_en, figures.
SELECT id, rule, status, explanation_zh, explanation_en, figures
FROM "check"
ORDER BY id
