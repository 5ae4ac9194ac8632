-- The set of passages with a figure whose value is $low to $high, in one of $units, of one of $measures and of $kinds; a
-- list that is NULL is no condition. One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB)
FROM figure
WHERE value BETWEEN $low AND $high
    AND ($units IS NULL OR list_contains($units, unit))
    AND ($measures IS NULL OR list_contains($measures, measure))
    AND ($kinds IS NULL OR list_contains($kinds, kind));
