-- All forms of the words that have a form with one of the keys $keys, each beside the key asked for; see `synonym`.
SELECT asked.key, asked.word, asked.passages, other.key AS other_key, other.form
FROM synonym AS asked
JOIN synonym AS other USING (word)
WHERE asked.key IN ($keys)
ORDER BY asked.key, other.key, other.form;
