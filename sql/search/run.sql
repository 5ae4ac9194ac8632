-- The range of term ids of the runs that begin with $first and go on with $second_low to $second_high, $third_low to
-- $third_high, $fourth_low to $fourth_high, and their places. One row, marked $number; NULL where there is no such run.
SELECT CAST($number AS INTEGER) AS number, min(id) AS low, max(id) AS high, coalesce(sum(places), 0) AS places
FROM term
WHERE first = $first
    AND second BETWEEN $second_low AND $second_high
    AND third BETWEEN $third_low AND $third_high
    AND fourth BETWEEN $fourth_low AND $fourth_high;
