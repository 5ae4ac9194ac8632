-- How many claims `selection` holds.
-- No parameters.
SELECT count(*)
FROM selection
