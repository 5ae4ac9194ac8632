-- The places of the run of $first, $second_low to $second_high, $third_low to $third_high, $fourth_low to $fourth_high
-- whose first piece is of the forms $variant_low to $variant_high, moved to the left by $shift pieces.
SELECT passage, CAST(place AS INTEGER) - $shift AS place
FROM posting
WHERE first = $first
    AND second BETWEEN $second_low AND $second_high
    AND third BETWEEN $third_low AND $third_high
    AND fourth BETWEEN $fourth_low AND $fourth_high
    AND variant BETWEEN $variant_low AND $variant_high;
