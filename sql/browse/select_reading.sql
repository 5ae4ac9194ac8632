-- Makes the temporary table `selection`: the claims of the temporary table `passing` in reading order, numbered from 0
-- (place). What `browse/select` does, without a look at the figures.
-- $prefer: language of the figure that stands for a claim.
CREATE OR REPLACE TEMP TABLE selection AS
SELECT
    row_number() OVER (ORDER BY claim) - 1 AS place,
    arg_min(id, (((language IS DISTINCT FROM $prefer::VARCHAR)::UBIGINT) << 32) | id) AS figure,
    count(*) AS tellings
FROM passing
GROUP BY claim
ORDER BY place
