-- The words that have a form with one of the keys $keys, and all forms of each; and one row without key or forms, whose
-- word is the highest passage.id, NULL where there is no passage.
SELECT NULL AS key, max(id) AS word, NULL AS forms FROM passage
UNION ALL
SELECT key, word, forms FROM synonym WHERE key IN ($keys);
