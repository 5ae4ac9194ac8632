-- How many passages are in `hits`, and numbers $first to $last of them, counted from 1, the most relevant first: by BM25
-- (k1 1.2, b 0.75) over `places`: how many times a word of the query stands in a passage. The statements of a query take
-- the place of `hits` and `places`.
WITH found AS MATERIALIZED (
    SELECT word, passage, sum(times) AS times
    FROM (SELECT word, passage, times FROM word_posting) AS places
    GROUP BY word, passage
), corpus AS (
    SELECT count(*) AS passages, avg(pieces) AS pieces FROM passage_facet
), weighted AS (
    SELECT found.word, ln(1 + (any_value(corpus.passages) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM found
    CROSS JOIN corpus
    GROUP BY found.word
), scored AS (
    SELECT
        found.passage,
        sum(weight * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * facet.pieces / corpus.pieces))) AS score
    FROM found
    JOIN weighted USING (word)
    JOIN passage_facet AS facet ON facet.passage = found.passage
    CROSS JOIN corpus
    GROUP BY found.passage
), ranked AS (
    SELECT hits.passage, coalesce(scored.score, 0) AS score
    FROM (SELECT passage FROM passage_facet) AS hits
    LEFT JOIN scored USING (passage)
)
SELECT
    (SELECT count(*) FROM ranked) AS total,
    (
        SELECT list_slice(list(passage ORDER BY score DESC, passage), $first, $last)
        FROM (SELECT * FROM ranked ORDER BY score DESC, passage LIMIT $last)
    ) AS passages;
