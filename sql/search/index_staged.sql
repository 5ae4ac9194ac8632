-- Index, step 0: the temporary table that pieces wait in, unsorted.
CREATE OR REPLACE TEMP TABLE staged (
    first UINTEGER,
    second UINTEGER,
    third UINTEGER,
    fourth UINTEGER,
    passage UINTEGER,
    place UINTEGER,
    fresh UTINYINT,
    variant USMALLINT
);
