-- Index, step 9: write the forms that are one word, in the order of their keys.
-- $keys, $forms, $words: lists of the columns, of one length.
INSERT INTO synonym
SELECT form.key, form.form, form.word, coalesce(counted.passages, 0)
FROM (SELECT unnest($keys) AS key, unnest($forms) AS form, unnest($words) AS word) AS form
LEFT JOIN (SELECT word, count(*) AS passages FROM word_posting GROUP BY word) AS counted USING (word)
ORDER BY form.key, form.word, form.form;
