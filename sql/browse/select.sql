-- Makes the temporary table `selection`: the claims of the temporary table `passing`, in order, numbered from 0 (place).
-- $prefer: language of the figure that stands for a claim. $sort: a SortKey. $descending: BOOLEAN.
CREATE OR REPLACE TEMP TABLE selection AS
WITH chosen AS (
    SELECT
        claim,
        arg_min(id, (((language IS DISTINCT FROM $prefer::VARCHAR)::UBIGINT) << 32) | id) AS figure,
        count(*) AS tellings
    FROM passing
    GROUP BY claim
),
keyed AS (
    SELECT
        chosen.claim,
        chosen.figure,
        chosen.tellings,
        CASE $sort::VARCHAR
            WHEN 'value' THEN figure.value
            WHEN 'period' THEN epoch(figure.last_day)
        END AS number_key,
        CASE $sort::VARCHAR
            WHEN 'measure' THEN figure.measure
            WHEN 'region' THEN figure.region
            WHEN 'speaker' THEN (SELECT name FROM speaker WHERE speaker.id = figure.speaker)
            WHEN 'campaign' THEN figure.campaign
        END AS word_key
    FROM chosen
    JOIN figure ON figure.id = chosen.figure
)
SELECT
    row_number() OVER (
        ORDER BY
            CASE WHEN NOT $descending::BOOLEAN THEN number_key END NULLS LAST,
            CASE WHEN $descending::BOOLEAN THEN number_key END DESC NULLS LAST,
            CASE WHEN NOT $descending::BOOLEAN THEN word_key END NULLS LAST,
            CASE WHEN $descending::BOOLEAN THEN word_key END DESC NULLS LAST,
            CASE WHEN $descending::BOOLEAN AND $sort::VARCHAR IN ('reading', 'document') THEN -claim::BIGINT END,
            claim
    ) - 1 AS place,
    figure,
    tellings
FROM keyed
ORDER BY place
