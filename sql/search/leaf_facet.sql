-- The set of passages of $documents, by $speakers, on $campaigns, of $regions, in $languages, in turns of $kinds, of
-- $first_year to $last_year; what is NULL is no condition. One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB)
FROM passage_facet
WHERE ($documents IS NULL OR list_contains($documents, document))
    AND ($speakers IS NULL OR list_contains($speakers, speaker))
    AND ($campaigns IS NULL OR list_contains($campaigns, campaign))
    AND ($regions IS NULL OR list_contains($regions, region))
    AND ($languages IS NULL OR list_contains($languages, language))
    AND ($kinds IS NULL OR list_contains($kinds, kind))
    AND ($first_year IS NULL OR year BETWEEN $first_year AND $last_year);
