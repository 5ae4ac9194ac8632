-- The words of the word list: number, keys of its forms, and its forms, in the order of the numbers.
SELECT word, list(key ORDER BY key), any_value(forms) FROM synonym GROUP BY word ORDER BY word;
