-- Where runs with the term ids $low to $high stand, moved to the left by $shift pieces.
SELECT passage, CAST(place AS INTEGER) - $shift AS place
FROM posting
WHERE term BETWEEN $low AND $high AND variant BETWEEN $variant_low AND $variant_high;
