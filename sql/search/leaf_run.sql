-- The set of passages that hold the run of $first, $second_low to $second_high, $third_low to $third_high, $fourth_low to
-- $fourth_high. One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB)
FROM posting
WHERE first = $first
    AND second BETWEEN $second_low AND $second_high
    AND third BETWEEN $third_low AND $third_high
    AND fourth BETWEEN $fourth_low AND $fourth_high;
