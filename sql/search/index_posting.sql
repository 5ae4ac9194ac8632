-- Index, step 4: write the pieces in `staged` in the order of the runs that begin with them.
INSERT INTO posting
SELECT first, second, third, fourth, passage, place, variant
FROM staged
ORDER BY first, second, third, fourth, passage, place;
