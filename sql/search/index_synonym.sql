-- Index: write the forms that are one word. $words, $forms, $keys: lists of one length, one item a row.
INSERT INTO synonym SELECT unnest($words), unnest($forms), unnest($keys);
