-- For people who open the file with any DuckDB client.
CREATE VIEW quote AS
SELECT
    passage.id AS passage,
    speaker.name AS speaker,
    turn.role,
    turn.agency,
    turn.kind,
    coalesce(document.held, document.published) AS date,
    document.doc,
    document.briefing,
    document.language,
    document.region,
    passage.campaign,
    greatest(passage.start, turn.start) AS start,
    least(passage."end", turn."end") AS "end",
    passage.text[greatest(turn.start::BIGINT - passage.start, 0) + 1 : least(passage."end", turn."end") - passage.start]
        AS text
FROM passage
JOIN turn ON turn.id = passage.turn
JOIN document ON document.id = passage.document
LEFT JOIN speaker ON speaker.id = turn.speaker;
COMMENT ON VIEW quote IS 'Every sentence that somebody says, without what stands around the spoken words: who, in which office, where and when.';

CREATE VIEW figure_wide AS
SELECT
    coalesce(document.held, document.published) AS date,
    figure.text AS number,
    figure.label,
    figure.value,
    figure.unit,
    figure.qualifier,
    figure.kind,
    figure.direction,
    figure.basis,
    measure.name_zh AS measure_zh,
    measure.name_en AS measure_en,
    campaign.name_zh AS campaign_zh,
    campaign.name_en AS campaign_en,
    region.name_zh AS region_zh,
    region.name_en AS region_en,
    figure.period,
    figure.first_day,
    figure.last_day,
    speaker.name AS speaker,
    turn.role,
    turn.agency,
    figure.topic,
    figure.scope,
    figure.marginal,
    passage.text AS sentence,
    document.doc,
    document.briefing,
    document.language,
    figure.start,
    figure."end",
    figure.object,
    figure.action,
    figure.campaign,
    figure.region,
    figure.claim,
    figure.id AS figure
FROM figure
JOIN document ON document.id = figure.document
JOIN passage ON passage.id = figure.passage
JOIN measure ON measure.id = figure.measure
LEFT JOIN campaign ON campaign.id = figure.campaign
LEFT JOIN region ON region.id = figure.region
LEFT JOIN speaker ON speaker.id = figure.speaker
LEFT JOIN turn ON turn.id = figure.turn
ORDER BY figure.id;
COMMENT ON VIEW figure_wide IS 'Every figure with all its names resolved and the sentence that claims it.';

CREATE VIEW campaign_tree AS
WITH RECURSIVE tree AS (
    SELECT id, parent, name_zh, name_en, depth, figures, documents, [id] AS path
    FROM campaign
    WHERE parent IS NULL
    UNION ALL
    SELECT child.id, child.parent, child.name_zh, child.name_en, child.depth, child.figures, child.documents,
        list_append(tree.path, child.id)
    FROM campaign AS child
    JOIN tree ON child.parent = tree.id
)
SELECT repeat('  ', depth) || coalesce(name_zh, name_en) AS campaign, * FROM tree ORDER BY path;
COMMENT ON VIEW campaign_tree IS 'Series, editions and parts in reading order, with counts.';

CREATE VIEW claim_row AS
SELECT figure.id AS figure, figure.claim, document.id AS document, document.doc,
    coalesce(document.held, document.published) AS date, figure.start, figure."end", figure.text, figure.value,
    figure.unit, figure.precision, figure.qualifier, figure.kind, figure.direction, figure.basis, figure.measure,
    measure.name_zh AS measure_zh, measure.name_en AS measure_en, figure.label, figure.campaign,
    campaign.name_zh AS campaign_zh, campaign.name_en AS campaign_en, figure.topic, figure.region,
    coalesce(region.name_zh, region.name_en) AS region_zh, coalesce(region.name_en, region.name_zh) AS region_en,
    figure.period, speaker.name AS speaker, figure.scope, figure.marginal, figure.mark
FROM figure
JOIN document ON document.id = figure.document
JOIN measure ON measure.id = figure.measure
LEFT JOIN campaign ON campaign.id = figure.campaign
LEFT JOIN region ON region.id = figure.region
LEFT JOIN speaker ON speaker.id = figure.speaker;
COMMENT ON VIEW claim_row IS 'Every figure as a line of a table shows it, names in both languages.';
