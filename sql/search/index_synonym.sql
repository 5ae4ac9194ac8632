-- Index, step 10: write the forms that are one word, in the order of their keys.
-- $keys, $words, $forms: lists of the columns, of one length.
INSERT INTO synonym
SELECT key, word, forms
FROM (
    SELECT unnest($keys) AS key, unnest($words) AS word, unnest(CAST($forms AS VARCHAR[][])) AS forms
)
ORDER BY key, word;
