-- Index, step 9: write the passages of each word of the word list as bits 0 to $last.
INSERT INTO word_set
SELECT word, CAST(bitstring_agg(passage, 0, $last) AS BLOB)
FROM word_posting
GROUP BY word
ORDER BY word;
