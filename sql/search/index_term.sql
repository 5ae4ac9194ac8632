-- Index, step 4: number the runs in `staged` in their order, from $next on.
INSERT INTO term
SELECT CAST(row_number() OVER () - 1 + $next AS UINTEGER), *
FROM (
    SELECT first, second, third, fourth, CAST(count(*) AS UINTEGER) AS places
    FROM staged
    GROUP BY first, second, third, fourth
    ORDER BY first, second, third, fourth
);
