-- Passages with a figure whose value is $low to $high, in one of $units, of one of $measures, of one of $kinds; a list
-- that is NULL is no condition. Each once, in no order.
SELECT DISTINCT passage
FROM figure
WHERE value BETWEEN $low AND $high
    AND ($units IS NULL OR list_contains($units, unit))
    AND ($measures IS NULL OR list_contains($measures, measure))
    AND ($kinds IS NULL OR list_contains($kinds, kind));
