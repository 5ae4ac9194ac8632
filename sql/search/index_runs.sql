-- Index, step 6: the temporary table of the runs of the word list's forms; zeros behind a run of less than four pieces.
CREATE OR REPLACE TEMP TABLE run (
    form UINTEGER,
    word UINTEGER,
    runs UINTEGER,
    shift INTEGER,
    pieces UINTEGER,
    first UINTEGER,
    second UINTEGER,
    third UINTEGER,
    fourth UINTEGER
);
