-- Makes the temporary table `selection`: the claims that pass the filters, in order, numbered from 0 (column place).
-- $campaign ('' for none), $region, $speaker, $year, $measure, $language, $topic, $document, $words: NULL lets all
-- through. $prefer: language of the figure that stands for a claim. $sort: a SortKey. $descending: BOOLEAN.
CREATE OR REPLACE TEMP TABLE selection AS
WITH RECURSIVE campaigns_below AS (
    SELECT id FROM campaign WHERE id = $campaign::VARCHAR
    UNION ALL
    SELECT campaign.id FROM campaign JOIN campaigns_below ON campaign.parent = campaigns_below.id
),
regions_below AS (
    SELECT id FROM region WHERE id = $region::VARCHAR
    UNION ALL
    SELECT region.id FROM region JOIN regions_below ON region.parent = regions_below.id
),
chosen AS (
    SELECT
        arg_min(
            figure.id, (((document.language IS DISTINCT FROM $prefer::VARCHAR)::UBIGINT) << 32) | figure.id
        ) AS figure,
        count(*) AS tellings
    FROM figure
    JOIN document ON document.id = figure.document
    WHERE (
            $campaign::VARCHAR IS NULL
            OR ($campaign::VARCHAR = '' AND figure.campaign IS NULL)
            OR figure.campaign IN (SELECT id FROM campaigns_below)
        )
        AND ($region::VARCHAR IS NULL OR figure.region IN (SELECT id FROM regions_below))
        AND (
            $speaker::VARCHAR IS NULL
            OR ($speaker::VARCHAR = '' AND figure.speaker IS NULL)
            OR figure.speaker IN (SELECT id FROM speaker WHERE lower(name) = lower($speaker::VARCHAR))
        )
        AND (
            $year::VARCHAR IS NULL
            OR ($year::VARCHAR = '' AND figure.last_day IS NULL)
            OR try_cast($year::VARCHAR AS INTEGER) BETWEEN year(figure.first_day) AND year(figure.last_day)
        )
        AND (
            $measure::VARCHAR IS NULL
            OR figure.object = $measure::VARCHAR
            OR figure.action = $measure::VARCHAR
            OR figure.measure IN (
                SELECT id
                FROM measure
                WHERE id = $measure::VARCHAR
                    OR contains(lower(name_en), lower($measure::VARCHAR))
                    OR contains(name_zh, $measure::VARCHAR)
            )
        )
        AND ($language::VARCHAR IS NULL OR document.language = $language::VARCHAR)
        AND ($topic::VARCHAR IS NULL OR figure.topic = $topic::VARCHAR)
        AND (
            $document::VARCHAR IS NULL
            OR document.doc = $document::VARCHAR
            OR 'briefing:' || document.briefing = $document::VARCHAR
        )
        AND (
            $words::VARCHAR IS NULL
            OR contains(lower(figure.label), lower($words::VARCHAR))
            OR contains(figure.text, $words::VARCHAR)
            OR figure.measure IN (SELECT id FROM measure WHERE contains(name_zh, $words::VARCHAR))
            OR figure.passage IN (SELECT id FROM passage WHERE contains(lower(text), lower($words::VARCHAR)))
        )
    GROUP BY figure.claim
),
keyed AS (
    SELECT
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
            CASE WHEN $descending::BOOLEAN AND $sort::VARCHAR IN ('reading', 'document') THEN -figure::BIGINT END,
            figure
    ) - 1 AS place,
    figure,
    tellings
FROM keyed
ORDER BY place
