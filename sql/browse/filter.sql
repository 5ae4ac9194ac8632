-- Makes the temporary table `passing`: the figures that pass the filters, with their claim and document.
-- $campaign (id or name, '' for none), $region (id or name), $speaker ('' for none), $year ('' for none), $measure,
-- $language, $topic, $document, $words: NULL lets all through.
CREATE OR REPLACE TEMP TABLE passing AS
SELECT figure.id, figure.claim, document.language
FROM figure
JOIN document ON document.id = figure.document
WHERE (
        $campaign::VARCHAR IS NULL
        OR ($campaign::VARCHAR = '' AND figure.campaign IS NULL)
        OR figure.campaign IN (SELECT id FROM campaigns_below($campaign::VARCHAR))
    )
    AND ($region::VARCHAR IS NULL OR figure.region IN (SELECT id FROM regions_below($region::VARCHAR)))
    AND (
        $speaker::VARCHAR IS NULL
        OR ($speaker::VARCHAR = '' AND figure.speaker IS NULL)
        OR figure.speaker IN (SELECT id FROM speakers_named($speaker::VARCHAR))
    )
    AND (
        $year::VARCHAR IS NULL
        OR ($year::VARCHAR = '' AND figure.last_day IS NULL)
        OR in_years($year::VARCHAR, year(figure.first_day), year(figure.last_day))
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
