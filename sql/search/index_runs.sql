-- Index, step 7: the temporary table of the terms that begin with the runs of the word list's forms.
CREATE OR REPLACE TEMP TABLE run_term (
    form UINTEGER,
    word UINTEGER,
    runs UINTEGER,
    shift INTEGER,
    term UINTEGER
);
