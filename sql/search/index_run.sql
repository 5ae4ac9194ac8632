-- Index, step 7: write runs. $forms: of which form, $words: of which word, $runs: of how many runs, $shifts: how far
-- behind its beginning, $symbols: a list of the symbols of each run.
INSERT INTO run
SELECT
    form,
    word,
    runs,
    shift,
    len(symbols),
    symbols[1],
    coalesce(symbols[2], 0),
    coalesce(symbols[3], 0),
    coalesce(symbols[4], 0)
FROM (
    SELECT
        unnest($forms) AS form,
        unnest($words) AS word,
        unnest($runs) AS runs,
        unnest($shifts) AS shift,
        unnest(CAST($symbols AS UINTEGER[][])) AS symbols
);
