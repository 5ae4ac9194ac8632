-- The passages that hold a form of the word $word, and how often.
SELECT passage, times FROM word_posting WHERE word = $word;
