-- Index, step 9: write where the words of the word list stand. A form of several runs stands where all of them meet.
INSERT INTO word_posting
SELECT word, passage, CAST(least(count(*), 65535) AS USMALLINT)
FROM (
    SELECT word, passage FROM posting JOIN run_term USING (term) WHERE runs = 1
    UNION ALL
    SELECT word, passage
    FROM (
        SELECT form, word, runs, passage, CAST(place AS INTEGER) - shift AS place
        FROM posting
        JOIN run_term USING (term)
        WHERE runs > 1
    )
    GROUP BY form, word, runs, passage, place
    HAVING count(*) = runs
)
GROUP BY word, passage
ORDER BY word, passage;
