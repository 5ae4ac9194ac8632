-- What is counted, under which campaign and where; and the figures themselves.
CREATE TABLE campaign (
    id VARCHAR PRIMARY KEY,
    parent VARCHAR,
    name_zh VARCHAR,
    name_en VARCHAR,
    first VARCHAR,
    last VARCHAR,
    depth UTINYINT NOT NULL,
    documents UINTEGER NOT NULL,
    own_figures UINTEGER NOT NULL,
    figures UINTEGER NOT NULL
);
COMMENT ON TABLE campaign IS 'Campaigns that the documents name, with the series and editions above them.';
COMMENT ON COLUMN campaign.id IS 'Slug: series, series-year, series-year/part.';
COMMENT ON COLUMN campaign.parent IS 'campaign.id one step up; NULL for a series.';
COMMENT ON COLUMN campaign.name_zh IS 'Chinese name.';
COMMENT ON COLUMN campaign.name_en IS 'English name.';
COMMENT ON COLUMN campaign.first IS 'ISO date at which it began, of any precision.';
COMMENT ON COLUMN campaign.last IS 'ISO date at which it ended.';
COMMENT ON COLUMN campaign.depth IS '0 for a series, 1 for an edition, 2 for a part.';
COMMENT ON COLUMN campaign.documents IS 'How many documents name it or what is below it.';
COMMENT ON COLUMN campaign.own_figures IS 'How many claims belong to it alone.';
COMMENT ON COLUMN campaign.figures IS 'How many claims belong to it or to what is below it.';

CREATE TABLE campaign_mention (
    campaign VARCHAR NOT NULL,
    document UINTEGER NOT NULL,
    start UINTEGER NOT NULL,
    "end" UINTEGER NOT NULL
);
COMMENT ON TABLE campaign_mention IS 'Where a document names a campaign.';
COMMENT ON COLUMN campaign_mention.campaign IS 'campaign.id.';
COMMENT ON COLUMN campaign_mention.document IS 'document.id.';
COMMENT ON COLUMN campaign_mention.start IS 'First character.';
COMMENT ON COLUMN campaign_mention."end" IS 'Behind its last character.';

CREATE TABLE region (
    id VARCHAR PRIMARY KEY,
    parent VARCHAR,
    rank VARCHAR,
    name_zh VARCHAR,
    name_en VARCHAR
);
COMMENT ON TABLE region IS 'Places that figures cover, and the places around them.';
COMMENT ON COLUMN region.id IS 'Slug of the standard name without its rank word.';
COMMENT ON COLUMN region.parent IS 'region.id one step up.';
COMMENT ON COLUMN region.rank IS 'country, province, sar, prefecture, county or smaller.';
COMMENT ON COLUMN region.name_zh IS 'Chinese name.';
COMMENT ON COLUMN region.name_en IS 'English name.';

CREATE TABLE topic (
    id VARCHAR PRIMARY KEY,
    name_zh VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL
);
COMMENT ON TABLE topic IS 'Crime and work areas.';
COMMENT ON COLUMN topic.id IS 'Slug, as in figure.topic.';
COMMENT ON COLUMN topic.name_zh IS 'Chinese name.';
COMMENT ON COLUMN topic.name_en IS 'English name.';

CREATE TABLE measure (
    id VARCHAR PRIMARY KEY,
    object VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    name_zh VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL
);
COMMENT ON TABLE measure IS 'What is counted and what was done to it.';
COMMENT ON COLUMN measure.id IS 'object-action.';
COMMENT ON COLUMN measure.object IS 'What is counted, in the codebook''s words.';
COMMENT ON COLUMN measure.action IS 'What was done to it, in the codebook''s words.';
COMMENT ON COLUMN measure.name_zh IS 'Chinese label.';
COMMENT ON COLUMN measure.name_en IS 'English label.';

CREATE TABLE figure (
    id UINTEGER PRIMARY KEY,
    claim UINTEGER NOT NULL,
    document UINTEGER NOT NULL,
    passage UINTEGER NOT NULL,
    turn UINTEGER,
    start UINTEGER NOT NULL,
    "end" UINTEGER NOT NULL,
    text VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    precision DOUBLE NOT NULL,
    qualifier VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    direction VARCHAR,
    basis VARCHAR,
    measure VARCHAR NOT NULL,
    object VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    campaign VARCHAR,
    topic VARCHAR NOT NULL,
    region VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    first_day DATE,
    last_day DATE,
    speaker UINTEGER,
    scope VARCHAR NOT NULL,
    marginal BOOLEAN NOT NULL,
    mark VARCHAR,
    refers_to UINTEGER,
    why STRUCT(field VARCHAR, start UINTEGER, "end" UINTEGER)[] NOT NULL
);
COMMENT ON TABLE figure IS 'One number that measures something, in display order, pointing to its words.';
COMMENT ON COLUMN figure.id IS 'Number in display order.';
COMMENT ON COLUMN figure.claim IS 'claim.id: the same statement in several documents of one briefing has one number.';
COMMENT ON COLUMN figure.document IS 'document.id.';
COMMENT ON COLUMN figure.passage IS 'passage.id of the sentence that holds it.';
COMMENT ON COLUMN figure.turn IS 'turn.id of who says it.';
COMMENT ON COLUMN figure.start IS 'First character of the number expression.';
COMMENT ON COLUMN figure."end" IS 'Behind its last character.';
COMMENT ON COLUMN figure.text IS 'document.text from start to end.';
COMMENT ON COLUMN figure.value IS 'The number in the canonical unit; a fall is positive, direction says down.';
COMMENT ON COLUMN figure.unit IS 'Canonical unit: CNY, kg, mu, %, rank, count and so on.';
COMMENT ON COLUMN figure.precision IS 'What one step of the last written digit is worth, in the unit.';
COMMENT ON COLUMN figure.qualifier IS 'exact, about, at_least or at_most.';
COMMENT ON COLUMN figure.kind IS 'level, change, difference, share, rank or ratio.';
COMMENT ON COLUMN figure.direction IS 'up, down or flat, for changes and differences.';
COMMENT ON COLUMN figure.basis IS 'yoy, mom, or the period compared with.';
COMMENT ON COLUMN figure.measure IS 'measure.id.';
COMMENT ON COLUMN figure.object IS 'What is counted.';
COMMENT ON COLUMN figure.action IS 'What was done to it.';
COMMENT ON COLUMN figure.label IS 'The measure in a few English words.';
COMMENT ON COLUMN figure.campaign IS 'campaign.id; NULL for none, or several at once.';
COMMENT ON COLUMN figure.topic IS 'Crime or work area.';
COMMENT ON COLUMN figure.region IS 'region.id of the place that the figure covers.';
COMMENT ON COLUMN figure.period IS 'ISO date or interval with both ends included, or unknown.';
COMMENT ON COLUMN figure.first_day IS 'First day of the period.';
COMMENT ON COLUMN figure.last_day IS 'Last day of the period.';
COMMENT ON COLUMN figure.speaker IS 'speaker.id; NULL where the text is the reporter''s own.';
COMMENT ON COLUMN figure.scope IS 'aggregate, or case: inside the story of one case.';
COMMENT ON COLUMN figure.marginal IS 'Two careful readers could disagree whether it counts.';
COMMENT ON COLUMN figure.mark IS 'Worst status of the checks that use it; NULL where none does.';
COMMENT ON COLUMN figure.refers_to IS 'figure.id of the level that a change changes.';
COMMENT ON COLUMN figure.why IS 'Which words decided which field, as document offsets.';

CREATE TABLE claim (
    id UINTEGER PRIMARY KEY,
    figure UINTEGER NOT NULL,
    zh UINTEGER,
    en UINTEGER,
    tellings UINTEGER NOT NULL
);
COMMENT ON TABLE claim IS 'A statement; told by several documents of one briefing it counts once.';
COMMENT ON COLUMN claim.id IS 'Number in display order.';
COMMENT ON COLUMN claim.figure IS 'figure.id of its first telling.';
COMMENT ON COLUMN claim.zh IS 'figure.id of its first telling in Chinese.';
COMMENT ON COLUMN claim.en IS 'figure.id of its first telling in English.';
COMMENT ON COLUMN claim.tellings IS 'How many figures tell it.';

CREATE TABLE tree_node (
    grouping VARCHAR NOT NULL,
    place UINTEGER NOT NULL,
    id VARCHAR NOT NULL,
    parent VARCHAR,
    depth UTINYINT NOT NULL,
    name_zh VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    own UINTEGER NOT NULL,
    figures UINTEGER NOT NULL,
    documents UINTEGER NOT NULL
);
COMMENT ON TABLE tree_node IS 'The lines of the tree, counted when the file was built.';
COMMENT ON COLUMN tree_node.grouping IS 'campaign, region, speaker, topic, year or document.';
COMMENT ON COLUMN tree_node.place IS 'Number in reading order, from 0.';
COMMENT ON COLUMN tree_node.id IS 'What it stands for; empty for figures that have none.';
COMMENT ON COLUMN tree_node.parent IS 'id of the line above it in the tree.';
COMMENT ON COLUMN tree_node.depth IS '0 at the root.';
COMMENT ON COLUMN tree_node.name_zh IS 'Chinese name.';
COMMENT ON COLUMN tree_node.name_en IS 'English name.';
COMMENT ON COLUMN tree_node.own IS 'How many claims belong to it alone.';
COMMENT ON COLUMN tree_node.figures IS 'How many claims belong to it or to what is below it.';
COMMENT ON COLUMN tree_node.documents IS 'How many documents.';

CREATE TABLE "check" (
    id UINTEGER PRIMARY KEY,
    rule VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    explanation_zh VARCHAR NOT NULL,
    explanation_en VARCHAR NOT NULL,
    figures UINTEGER[] NOT NULL
);
COMMENT ON TABLE "check" IS 'Arithmetic between figures, failures first.';
COMMENT ON COLUMN "check".id IS 'Number in display order.';
COMMENT ON COLUMN "check".rule IS 'Which relation.';
COMMENT ON COLUMN "check".status IS 'holds, rounding or mismatch.';
COMMENT ON COLUMN "check".explanation_zh IS 'The arithmetic in one line, Chinese.';
COMMENT ON COLUMN "check".explanation_en IS 'The arithmetic in one line, English.';
COMMENT ON COLUMN "check".figures IS 'figure.id of each figure used, the stated result first.';
