-- The range of term ids of the runs with $first, $second_low <= second <= $second_high and so on, and their places.
-- $number: returned as it is. One row; the ids are NULL where no run is in the range.
SELECT CAST($number AS INTEGER) AS number, min(id) AS low, max(id) AS high, coalesce(sum(places), 0) AS places
FROM term
WHERE first = $first
    AND second BETWEEN $second_low AND $second_high
    AND third BETWEEN $third_low AND $third_high
    AND fourth BETWEEN $fourth_low AND $fourth_high;
