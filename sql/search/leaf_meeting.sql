-- The set of passages of `places` (a statement takes its place). One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB) FROM (SELECT word, passage, times FROM word_posting) AS places;
