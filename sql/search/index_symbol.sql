-- Index, step 5: write the pieces met that have no number of their own.
-- $stems, $forms, $symbols, $variants: lists of the columns, of one length.
INSERT INTO symbol
SELECT *
FROM (SELECT unnest($stems) AS stem, unnest($forms) AS form, unnest($symbols) AS symbol, unnest($variants) AS variant)
ORDER BY stem, variant;
