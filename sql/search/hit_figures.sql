-- The figures of the passages $passages that meet all conditions; a condition that is NULL is none.
SELECT passage, start, "end"
FROM figure
WHERE passage IN ($passages)
    AND value BETWEEN $low AND $high
    AND ($units IS NULL OR list_contains($units, unit))
    AND ($measures IS NULL OR list_contains($measures, measure))
    AND ($kinds IS NULL OR list_contains($kinds, kind))
ORDER BY passage, start;
