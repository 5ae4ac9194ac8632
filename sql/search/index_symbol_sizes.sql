-- Index, step 2: how many staged pieces each symbol has, in the order of symbols.
SELECT first, count(*) FROM staged GROUP BY first ORDER BY first;
