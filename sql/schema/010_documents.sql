-- Documents, their sentences, and who speaks in them. Offsets count Unicode code points of document.text, half open.
CREATE TABLE meta (
    schema_version INTEGER NOT NULL,
    program_version VARCHAR NOT NULL,
    built TIMESTAMP NOT NULL,
    corpus_hash VARCHAR NOT NULL,
    documents INTEGER NOT NULL,
    figures INTEGER NOT NULL
);
COMMENT ON TABLE meta IS 'One row: what this file is, and what it was built from.';
COMMENT ON COLUMN meta.schema_version IS 'Version of these tables; a program opens its own version only.';
COMMENT ON COLUMN meta.program_version IS 'Version of policestats-tui that built the file.';
COMMENT ON COLUMN meta.built IS 'When, in UTC.';
COMMENT ON COLUMN meta.corpus_hash IS 'SHA-256 over the documents, what is known about them, and the word lists.';
COMMENT ON COLUMN meta.documents IS 'How many documents.';
COMMENT ON COLUMN meta.figures IS 'How many figures.';

CREATE TABLE briefing (
    id VARCHAR PRIMARY KEY,
    title VARCHAR,
    held VARCHAR,
    region VARCHAR,
    publisher VARCHAR
);
COMMENT ON TABLE briefing IS 'An event that one or more documents tell: a press conference, a newspaper page.';
COMMENT ON COLUMN briefing.id IS 'Slug; a document without a known event has one of its own, after its name.';
COMMENT ON COLUMN briefing.title IS 'Title of its first document.';
COMMENT ON COLUMN briefing.held IS 'ISO date of any precision, else the publication date.';
COMMENT ON COLUMN briefing.region IS 'region.id of the publisher.';
COMMENT ON COLUMN briefing.publisher IS 'Who published it.';

CREATE TABLE document (
    id UINTEGER PRIMARY KEY,
    doc VARCHAR NOT NULL,
    briefing VARCHAR NOT NULL,
    title VARCHAR,
    publisher VARCHAR,
    published VARCHAR,
    held VARCHAR,
    place VARCHAR,
    language VARCHAR,
    region VARCHAR,
    url VARCHAR,
    form VARCHAR NOT NULL,
    digests VARCHAR,
    inferred VARCHAR[] NOT NULL,
    body UINTEGER NOT NULL,
    figures UINTEGER NOT NULL,
    text VARCHAR NOT NULL
);
COMMENT ON TABLE document IS 'One text each, newest first (id 0 is the newest).';
COMMENT ON COLUMN document.id IS 'Number in display order.';
COMMENT ON COLUMN document.doc IS 'File name.';
COMMENT ON COLUMN document.briefing IS 'briefing.id.';
COMMENT ON COLUMN document.title IS 'Title.';
COMMENT ON COLUMN document.publisher IS 'Publisher.';
COMMENT ON COLUMN document.published IS 'ISO date of publication, of any precision.';
COMMENT ON COLUMN document.held IS 'ISO date of the event, of any precision.';
COMMENT ON COLUMN document.place IS 'Where the event was held.';
COMMENT ON COLUMN document.language IS 'zh or en: the language of most of the text.';
COMMENT ON COLUMN document.region IS 'region.id of the publisher.';
COMMENT ON COLUMN document.url IS 'Where it was published.';
COMMENT ON COLUMN document.form IS 'original, translation or digest (written for the embedded corpus).';
COMMENT ON COLUMN document.digests IS 'What a digest is a digest of.';
COMMENT ON COLUMN document.inferred IS 'Fields read out of the text, for want of metadata.';
COMMENT ON COLUMN document.body IS 'Offset at which the text proper begins, after front matter.';
COMMENT ON COLUMN document.figures IS 'How many figures it holds.';
COMMENT ON COLUMN document.text IS 'The file''s text after decoding, unchanged.';

CREATE TABLE speaker (
    id UINTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    role VARCHAR,
    agency VARCHAR,
    turns UINTEGER NOT NULL
);
COMMENT ON TABLE speaker IS 'A person, or the outlet that asks, by name.';
COMMENT ON COLUMN speaker.id IS 'Number in order of first appearance.';
COMMENT ON COLUMN speaker.name IS 'As the documents spell it.';
COMMENT ON COLUMN speaker.role IS 'Office, where a document gives it.';
COMMENT ON COLUMN speaker.agency IS 'Agency, where a document gives it.';
COMMENT ON COLUMN speaker.turns IS 'How many turns.';

CREATE TABLE turn (
    id UINTEGER PRIMARY KEY,
    document UINTEGER NOT NULL,
    start UINTEGER NOT NULL,
    "end" UINTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    speaker UINTEGER,
    role VARCHAR,
    agency VARCHAR,
    aka VARCHAR
);
COMMENT ON TABLE turn IS 'A stretch of text in one voice.';
COMMENT ON COLUMN turn.id IS 'Number in display order.';
COMMENT ON COLUMN turn.document IS 'document.id.';
COMMENT ON COLUMN turn.start IS 'First character of the spoken text.';
COMMENT ON COLUMN turn."end" IS 'Behind its last character.';
COMMENT ON COLUMN turn.kind IS 'statement, answer or question.';
COMMENT ON COLUMN turn.speaker IS 'speaker.id; NULL where nobody is named.';
COMMENT ON COLUMN turn.role IS 'Office as the document gives it here.';
COMMENT ON COLUMN turn.agency IS 'Agency as the document gives it here.';
COMMENT ON COLUMN turn.aka IS 'Another spelling of the speaker in the same document.';

CREATE TABLE passage (
    id UINTEGER PRIMARY KEY,
    document UINTEGER NOT NULL,
    start UINTEGER NOT NULL,
    "end" UINTEGER NOT NULL,
    paragraph UINTEGER NOT NULL,
    turn UINTEGER,
    campaign VARCHAR,
    text VARCHAR NOT NULL
);
COMMENT ON TABLE passage IS 'A sentence, in display order (id 0 opens the newest document).';
COMMENT ON COLUMN passage.id IS 'Number in display order.';
COMMENT ON COLUMN passage.document IS 'document.id.';
COMMENT ON COLUMN passage.start IS 'First character.';
COMMENT ON COLUMN passage."end" IS 'Behind its last character.';
COMMENT ON COLUMN passage.paragraph IS 'Which paragraph of the document, from 0.';
COMMENT ON COLUMN passage.turn IS 'turn.id of who says most of it; NULL where nobody does.';
COMMENT ON COLUMN passage.campaign IS 'campaign.id of its first figure that has one.';
COMMENT ON COLUMN passage.text IS 'document.text from start to end.';
