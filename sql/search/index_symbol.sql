-- Index, step 5: write the pieces met, in the order of $stems.
INSERT INTO symbol SELECT unnest($stems), unnest($forms), unnest($symbols), unnest($variants);
