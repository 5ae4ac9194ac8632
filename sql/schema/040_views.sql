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
    document.title,
    document.publisher,
    document.url,
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
COMMENT ON COLUMN quote.passage IS 'passage.id.';
COMMENT ON COLUMN quote.speaker IS 'Who says it, as the document spells the name; NULL where nobody is named.';
COMMENT ON COLUMN quote.role IS 'Office, as the document gives it here.';
COMMENT ON COLUMN quote.agency IS 'Agency, as the document gives it here.';
COMMENT ON COLUMN quote.kind IS 'statement, answer or question.';
COMMENT ON COLUMN quote.date IS 'ISO date of the event, else of publication.';
COMMENT ON COLUMN quote.doc IS 'File name.';
COMMENT ON COLUMN quote.title IS 'Title of the document.';
COMMENT ON COLUMN quote.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN quote.url IS 'Where the document was published.';
COMMENT ON COLUMN quote.briefing IS 'briefing.id.';
COMMENT ON COLUMN quote.language IS 'Language of the document: zh or en.';
COMMENT ON COLUMN quote.region IS 'region.id of the document.';
COMMENT ON COLUMN quote.campaign IS 'campaign.id of the first figure in the sentence that has one.';
COMMENT ON COLUMN quote.start IS 'First spoken character, as a document offset.';
COMMENT ON COLUMN quote."end" IS 'Behind the last one.';
COMMENT ON COLUMN quote.text IS 'The spoken words of the sentence.';

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
    document.title,
    document.publisher,
    document.url,
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
COMMENT ON COLUMN figure_wide.date IS 'ISO date of the event, else of publication.';
COMMENT ON COLUMN figure_wide.number IS 'The number as the document writes it.';
COMMENT ON COLUMN figure_wide.label IS 'The measure in a few English words.';
COMMENT ON COLUMN figure_wide.value IS 'The number in the unit; a fall is positive, direction says down.';
COMMENT ON COLUMN figure_wide.unit IS 'Canonical unit: CNY, kg, mu, %, rank, count and so on.';
COMMENT ON COLUMN figure_wide.qualifier IS 'exact, about, at_least or at_most.';
COMMENT ON COLUMN figure_wide.kind IS 'level, change, difference, share, rank or ratio.';
COMMENT ON COLUMN figure_wide.direction IS 'up, down or flat, for changes and differences.';
COMMENT ON COLUMN figure_wide.basis IS 'yoy, mom, or the period compared with.';
COMMENT ON COLUMN figure_wide.measure_zh IS 'Chinese name of the measure.';
COMMENT ON COLUMN figure_wide.measure_en IS 'English name of the measure.';
COMMENT ON COLUMN figure_wide.campaign_zh IS 'Chinese name of the campaign.';
COMMENT ON COLUMN figure_wide.campaign_en IS 'English name of the campaign.';
COMMENT ON COLUMN figure_wide.region_zh IS 'Chinese name of the place that the figure covers.';
COMMENT ON COLUMN figure_wide.region_en IS 'English name of that place.';
COMMENT ON COLUMN figure_wide.period IS 'ISO date or interval with both ends included, or unknown.';
COMMENT ON COLUMN figure_wide.first_day IS 'First day of the period.';
COMMENT ON COLUMN figure_wide.last_day IS 'Last day of the period.';
COMMENT ON COLUMN figure_wide.speaker IS 'Who states it; NULL where the text is the reporter''s own.';
COMMENT ON COLUMN figure_wide.role IS 'Office of the speaker, as the document gives it here.';
COMMENT ON COLUMN figure_wide.agency IS 'Agency of the speaker, as the document gives it here.';
COMMENT ON COLUMN figure_wide.topic IS 'Crime or work area.';
COMMENT ON COLUMN figure_wide.scope IS 'aggregate, or case: inside the story of one case.';
COMMENT ON COLUMN figure_wide.marginal IS 'Two careful readers could disagree whether it counts.';
COMMENT ON COLUMN figure_wide.sentence IS 'The sentence that claims it.';
COMMENT ON COLUMN figure_wide.doc IS 'File name.';
COMMENT ON COLUMN figure_wide.title IS 'Title of the document.';
COMMENT ON COLUMN figure_wide.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN figure_wide.url IS 'Where the document was published.';
COMMENT ON COLUMN figure_wide.briefing IS 'briefing.id.';
COMMENT ON COLUMN figure_wide.language IS 'Language of the document: zh or en.';
COMMENT ON COLUMN figure_wide.start IS 'First character of the number, as a document offset.';
COMMENT ON COLUMN figure_wide."end" IS 'Behind its last character.';
COMMENT ON COLUMN figure_wide.object IS 'What is counted, in the codebook''s words.';
COMMENT ON COLUMN figure_wide.action IS 'What was done to it, in the codebook''s words.';
COMMENT ON COLUMN figure_wide.campaign IS 'campaign.id.';
COMMENT ON COLUMN figure_wide.region IS 'region.id.';
COMMENT ON COLUMN figure_wide.claim IS 'claim.id: the same statement in several documents has one.';
COMMENT ON COLUMN figure_wide.figure IS 'figure.id.';

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
COMMENT ON COLUMN campaign_tree.campaign IS 'Name, indented by its depth.';
COMMENT ON COLUMN campaign_tree.id IS 'campaign.id.';
COMMENT ON COLUMN campaign_tree.parent IS 'campaign.id one step up.';
COMMENT ON COLUMN campaign_tree.name_zh IS 'Chinese name.';
COMMENT ON COLUMN campaign_tree.name_en IS 'English name.';
COMMENT ON COLUMN campaign_tree.depth IS '0 for a series, 1 for an edition, 2 for a part.';
COMMENT ON COLUMN campaign_tree.figures IS 'How many claims belong to it or to what is below it.';
COMMENT ON COLUMN campaign_tree.documents IS 'How many documents name it or what is below it.';
COMMENT ON COLUMN campaign_tree.path IS 'Ids from the series down to it.';

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
