-- The set of passages that hold a run whose term ids are $low to $high. One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB) FROM posting WHERE term BETWEEN $low AND $high;
