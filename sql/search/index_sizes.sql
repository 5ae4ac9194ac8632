-- Index, step 1: the temporary table for how many pieces each passage has; passages without any are left out.
CREATE OR REPLACE TEMP TABLE size (
    passage UINTEGER,
    pieces UINTEGER
);
