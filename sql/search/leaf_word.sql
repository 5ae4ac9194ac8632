-- Passages that hold a form of the word $word. Each once, in display order.
SELECT passage FROM word_posting WHERE word = $word;
