-- The passages of the figures whose value is $low to $high, in one of $units (any, where NULL), each once.
SELECT passage, 1 AS times FROM figure WHERE value BETWEEN $low AND $high AND ($units IS NULL OR list_contains($units, unit));
