-- How many passages there are in $hits, a SELECT of the column passage, and the first $behind of them in display order.
SELECT count(*) AS total, min(passage, $behind) AS passages FROM (SELECT passage FROM passage_facet) AS hits;
