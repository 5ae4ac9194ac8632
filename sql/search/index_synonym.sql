-- Index, step 6: write the forms that are one word, with the range of terms that begin with each.
-- $words, $forms, $keys, $pieces: lists of the columns, of one length; $symbols: beside them, a list of the symbols of
-- each form, empty where a piece of it does not occur.
INSERT INTO synonym
WITH form AS (
    SELECT *, row_number() OVER () AS number
    FROM (
        SELECT
            unnest($words) AS word,
            unnest($forms) AS form,
            unnest($keys) AS key,
            unnest($pieces) AS pieces,
            unnest(CAST($symbols AS UINTEGER[][])) AS symbols
    )
), ranged AS (
    SELECT form.number, min(term.id) AS low, max(term.id) AS high, sum(term.places) AS places
    FROM form
    JOIN term ON term.first = form.symbols[1]
    WHERE form.pieces <= 4
        AND (form.pieces < 2 OR term.second = form.symbols[2])
        AND (form.pieces < 3 OR term.third = form.symbols[3])
        AND (form.pieces < 4 OR term.fourth = form.symbols[4])
    GROUP BY form.number
)
SELECT form.word, form.form, form.key, form.pieces, ranged.low, ranged.high, coalesce(ranged.places, 0)
FROM form
LEFT JOIN ranged USING (number)
ORDER BY form.key, form.number;
