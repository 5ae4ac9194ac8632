-- The set of passages that hold a form of the word $word. One row: bits 0 to $last, NULL for none.
SELECT CAST(bitstring_agg(passage, 0, $last) AS BLOB) FROM word_posting WHERE word = $word;
