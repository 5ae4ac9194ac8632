-- The words that have a form with one of the keys $keys, and all forms of each.
SELECT key, word, forms FROM synonym WHERE key IN ($keys);
