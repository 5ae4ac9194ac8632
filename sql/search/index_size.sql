-- Index, step 2: write how many pieces some passages have. $passages: passage.id of each; $sizes: its pieces.
INSERT INTO size SELECT unnest($passages), unnest($sizes);
