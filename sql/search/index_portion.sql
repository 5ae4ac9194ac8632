-- Index, step 1: the temporary table for the pieces of some passages, one row a piece with the three that follow.
CREATE OR REPLACE TEMP TABLE portion (
    first UINTEGER,
    second UINTEGER,
    third UINTEGER,
    fourth UINTEGER,
    passage UINTEGER,
    place UINTEGER,
    variant USMALLINT
);
