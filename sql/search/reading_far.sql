-- How many passages are in `hits` (the statement of a query takes its place), and numbers $first to $last of them in
-- display order, counted from 1.
SELECT count(*) AS total, list_slice(list(passage ORDER BY passage), $first, $last) AS passages
FROM (SELECT passage FROM passage_facet) AS hits;
