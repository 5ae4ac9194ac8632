-- Aggregate claims of the temporary table `selection` by measure, unit and kind, and by column.
-- $by: child, period, region, speaker, document. $campaign: the one, by id or name, whose children are the columns of
-- `child` (NULL: series).
-- Rows: measure, name_zh, name_en, unit, kind, column key ('' is the parent's own), column names zh and en; the first
-- figure, how many claims there are, value, qualifier, direction and mark of the first.
WITH RECURSIVE branch AS (
    SELECT id, id AS child
    FROM campaign
    WHERE
        CASE
            WHEN $campaign::VARCHAR IS NULL THEN parent IS NULL
            ELSE parent IN (SELECT id FROM campaigns_named($campaign::VARCHAR))
        END
    UNION ALL
    SELECT campaign.id, branch.child FROM campaign JOIN branch ON campaign.parent = branch.id
),
placed AS (
    SELECT
        selection.place,
        figure.*,
        CASE $by::VARCHAR
            WHEN 'child' THEN coalesce(branch.child, '')
            WHEN 'period' THEN figure.period
            WHEN 'region' THEN figure.region
            WHEN 'speaker' THEN coalesce(speaker.name, '—')
            WHEN 'document' THEN document.doc
        END AS key
    FROM selection
    JOIN figure ON figure.id = selection.figure
    JOIN document ON document.id = figure.document
    LEFT JOIN speaker ON speaker.id = figure.speaker
    LEFT JOIN branch ON branch.id = figure.campaign
    WHERE figure.scope = 'aggregate'
)
SELECT placed.measure, measure.name_zh, measure.name_en, placed.unit, placed.kind, placed.key,
    coalesce(any_value(campaign.name_zh), any_value(region.name_zh), any_value(region.name_en), placed.key),
    coalesce(any_value(campaign.name_en), any_value(region.name_en), placed.key),
    arg_min(placed.id, placed.place), count(*), arg_min(placed.value, placed.place),
    arg_min(placed.qualifier, placed.place), arg_min_null(placed.direction, placed.place),
    arg_min_null(placed.mark, placed.place)
FROM placed
JOIN measure ON measure.id = placed.measure
LEFT JOIN campaign ON campaign.id = placed.key AND $by::VARCHAR = 'child'
LEFT JOIN region ON region.id = placed.key AND $by::VARCHAR = 'region'
GROUP BY placed.measure, measure.name_zh, measure.name_en, placed.unit, placed.kind, placed.key
ORDER BY min(min(placed.place)) OVER (PARTITION BY placed.measure, placed.unit, placed.kind), placed.measure,
    placed.unit, placed.kind, placed.key
