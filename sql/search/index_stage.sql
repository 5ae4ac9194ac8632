-- Index, step 1: write the pieces of some passages to the temporary table `staged`, one row a piece.
-- $passages: passage.id of each; $codes: its pieces as numbers with spaces between: ((symbol * 65536) + variant) * 8 + fresh.
INSERT INTO staged
SELECT
    CAST(one >> 19 AS UINTEGER),
    CAST(coalesce(two >> 19, 0) AS UINTEGER),
    CAST(coalesce(three >> 19, 0) AS UINTEGER),
    CAST(coalesce(four >> 19, 0) AS UINTEGER),
    passage,
    place,
    CAST(one & 7 AS UTINYINT),
    CAST((one >> 3) & 65535 AS USMALLINT)
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
);
