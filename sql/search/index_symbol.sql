-- Index, step 6: write the pieces met, with the range of terms that begin with each.
-- $stems, $forms, $symbols, $variants: lists of the columns, of one length.
INSERT INTO symbol
SELECT piece.stem, piece.form, piece.symbol, piece.variant, ranged.low, ranged.high, ranged.places
FROM (
    SELECT unnest($stems) AS stem, unnest($forms) AS form, unnest($symbols) AS symbol, unnest($variants) AS variant
) AS piece
JOIN (
    SELECT first, min(id) AS low, max(id) AS high, sum(places) AS places FROM term GROUP BY first
) AS ranged ON ranged.first = piece.symbol
ORDER BY piece.stem, piece.variant;
