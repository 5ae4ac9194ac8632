-- The set of passages that hold a run of pieces (the code adds which). One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB) FROM posting;
