-- The figures of the passages $passages that have a value of $low to $high, in order. The passages are $first to $last.
SELECT passage, start, "end", value, unit, measure, kind
FROM figure
WHERE value BETWEEN $low AND $high AND passage BETWEEN $first AND $last AND passage IN ($passages)
ORDER BY id;
