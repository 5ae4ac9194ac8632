-- The figures of the temporary table `passing`.
-- No parameters. Rows: figure.id.
SELECT id
FROM passing
ORDER BY id
