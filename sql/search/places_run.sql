-- The places where the runs of terms $low to $high stand whose first piece is of the forms $variant_low to $variant_high,
-- moved to the left by $shift pieces.
SELECT passage, CAST(place AS INTEGER) - $shift AS place
FROM posting
WHERE term BETWEEN $low AND $high AND variant BETWEEN $variant_low AND $variant_high;
