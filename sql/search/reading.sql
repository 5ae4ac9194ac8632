-- How many passages are in `hits` (the statement of a query takes its place), and the first $behind in display order.
SELECT count(*) AS total, min(passage, $behind) AS passages FROM (SELECT passage FROM passage_facet) AS hits;
