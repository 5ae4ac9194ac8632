-- The set of passages that hold a form of the word $word, as bits; no row where none does.
SELECT passages FROM word_set WHERE word = $word;
