-- Index, step 1: the temporary table for pieces that are sorted together.
CREATE OR REPLACE TEMP TABLE staged (
    first UINTEGER,
    second UINTEGER,
    third UINTEGER,
    fourth UINTEGER,
    passage UINTEGER,
    place UINTEGER,
    variant USMALLINT
);
