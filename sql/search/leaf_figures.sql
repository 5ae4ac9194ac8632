-- Passages with a figure that meets all conditions; a condition that is NULL is none. Each once, in no order.
SELECT DISTINCT passage
FROM figure
WHERE value BETWEEN $low AND $high
    AND ($units IS NULL OR list_contains($units, unit))
    AND ($measures IS NULL OR list_contains($measures, measure))
    AND ($kinds IS NULL OR list_contains($kinds, kind));
