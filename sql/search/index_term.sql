-- Index, step 3: number the runs that begin with the symbols $low to $high, from $next on, in their order.
INSERT INTO term
SELECT CAST(row_number() OVER () - 1 + $next AS UINTEGER), *
FROM (
    SELECT first, second, third, fourth, CAST(count(*) AS UINTEGER) AS places
    FROM staged
    WHERE first BETWEEN $low AND $high
    GROUP BY first, second, third, fourth
    ORDER BY first, second, third, fourth
);
