-- Passages of the set $hits that hold a word of the query, the most relevant first, by BM25 (k1 1.2, b 0.75).
-- `places` (a statement takes its place) says how many times which word stands in a passage; $weights: the weight of each.
-- $limit of them behind the first $offset.
WITH found AS (
    SELECT word, passage, sum(times) AS times
    FROM (SELECT word, passage, times FROM word_posting) AS places
    WHERE get_bit(CAST($hits AS BIT), CAST(passage AS INTEGER)) = 1
    GROUP BY word, passage
), average AS (
    SELECT avg(pieces) AS pieces FROM passage_facet
)
SELECT found.passage
FROM found
JOIN passage_facet AS facet ON facet.passage = found.passage
CROSS JOIN average
GROUP BY found.passage
ORDER BY
    sum(list_extract($weights, found.word + 1) * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * facet.pieces / average.pieces)))
        DESC,
    found.passage
LIMIT $limit OFFSET $offset;
