-- How many claims the temporary table `selection` holds, and how many documents tell them.
-- No parameters.
SELECT count(*), count(DISTINCT figure.document)
FROM selection
JOIN figure ON figure.id = selection.figure
