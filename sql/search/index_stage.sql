-- Index, step 2: write the pieces of some passages to `portion`.
-- $passages: passage.id of each; $codes: its pieces as numbers with spaces between: symbol * 65536 + variant.
INSERT INTO portion
SELECT
    CAST(one >> 16 AS UINTEGER),
    CAST(coalesce(two >> 16, 0) AS UINTEGER),
    CAST(coalesce(three >> 16, 0) AS UINTEGER),
    CAST(coalesce(four >> 16, 0) AS UINTEGER),
    passage,
    place,
    CAST(one & 65535 AS USMALLINT)
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
