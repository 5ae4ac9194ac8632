-- Index, step 1: write the pieces of some passages to the temporary table `staged`, one row a piece.
-- $passages: passage.id of each; $codes: its pieces as numbers with spaces between: symbol * 65536 + variant.
-- Sorted within a passage, a run stands at no earlier row if it is longer than what the row shares with the one before.
INSERT INTO staged
SELECT
    first,
    second,
    third,
    fourth,
    passage,
    place,
    CASE
        WHEN lag(first) OVER alike IS DISTINCT FROM first THEN 1
        WHEN lag(second) OVER alike <> second THEN 2
        WHEN lag(third) OVER alike <> third THEN 3
        WHEN lag(fourth) OVER alike <> fourth THEN 4
        ELSE 5
    END,
    variant
FROM (
    SELECT
        CAST(one >> 16 AS UINTEGER) AS first,
        CAST(coalesce(two >> 16, 0) AS UINTEGER) AS second,
        CAST(coalesce(three >> 16, 0) AS UINTEGER) AS third,
        CAST(coalesce(four >> 16, 0) AS UINTEGER) AS fourth,
        CAST(one & 65535 AS USMALLINT) AS variant,
        passage,
        place
    FROM (
        SELECT
            passage,
            unnest(codes) AS one,
            unnest(codes[2:]) AS two,
            unnest(codes[3:]) AS three,
            unnest(codes[4:]) AS four,
            CAST(unnest(range(len(codes))) AS UINTEGER) AS place
        FROM (
            SELECT passage, CAST(string_split(codes, ' ') AS UBIGINT[]) AS codes
            FROM (SELECT CAST(unnest($passages) AS UINTEGER) AS passage, unnest($codes) AS codes)
        )
    )
)
WINDOW alike AS (PARTITION BY passage ORDER BY first, second, third, fourth);
