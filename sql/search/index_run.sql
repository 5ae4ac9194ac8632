-- Index, step 8: find the terms that begin with the runs of the word list's forms.
-- $forms: which form, $words: of which word, $runs: of how many runs, $shifts: how far behind its beginning,
-- $symbols: a list of the symbols of each run.
INSERT INTO run_term
SELECT asked.form, asked.word, asked.runs, asked.shift, term.id AS term
FROM (
    SELECT
        unnest($forms) AS form,
        unnest($words) AS word,
        unnest($runs) AS runs,
        unnest($shifts) AS shift,
        unnest(CAST($symbols AS UINTEGER[][])) AS symbols
) AS asked
JOIN term ON term.first = asked.symbols[1]
WHERE (len(asked.symbols) < 2 OR term.second = asked.symbols[2])
    AND (len(asked.symbols) < 3 OR term.third = asked.symbols[3])
    AND (len(asked.symbols) < 4 OR term.fourth = asked.symbols[4]);
