-- All forms of the words that have a form with one of the keys $keys, in the order of the word list.
SELECT DISTINCT asked.key, other.form, other.key
FROM synonym AS asked
JOIN synonym AS other USING (word)
WHERE asked.key IN (SELECT unnest($keys));
