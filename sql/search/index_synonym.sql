-- Index, step 10: write the forms that are one word.
-- $words, $keys, $forms: lists of the columns, of one length, in the order of words.
INSERT INTO synonym SELECT unnest($words), unnest($keys), unnest($forms);
