-- Index, step 8: write where the words of the word list stand. A form of several runs stands where all of them meet.
INSERT INTO word_posting
WITH stands AS (
    SELECT run.form, run.word, run.runs, posting.passage, CAST(posting.place AS INTEGER) - run.shift AS place
    FROM posting
    JOIN run USING (first)
    WHERE run.pieces = 1
    UNION ALL
    SELECT run.form, run.word, run.runs, posting.passage, CAST(posting.place AS INTEGER) - run.shift
    FROM posting
    JOIN run USING (first, second)
    WHERE (run.pieces < 3 OR posting.third = run.third) AND (run.pieces < 4 OR posting.fourth = run.fourth)
        AND run.pieces > 1
)
SELECT word, passage, CAST(least(count(*), 65535) AS USMALLINT)
FROM (
    SELECT word, passage FROM stands WHERE runs = 1
    UNION ALL
    SELECT word, passage
    FROM (SELECT * FROM stands WHERE runs > 1)
    GROUP BY form, word, runs, passage, place
    HAVING count(*) = runs
)
GROUP BY word, passage
ORDER BY word, passage;
