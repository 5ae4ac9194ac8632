-- The search index: plain tables, made of the pieces of each passage. engine/search/analysis.py says what a piece is.
CREATE TABLE symbol (
    stem VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    symbol UINTEGER NOT NULL,
    variant USMALLINT NOT NULL,
    low UINTEGER NOT NULL,
    high UINTEGER NOT NULL,
    places UINTEGER NOT NULL
);
CREATE INDEX symbol_stem ON symbol (stem);
COMMENT ON TABLE symbol IS 'Every piece that occurs, folded; forms of one English stem share a symbol. In the order of stem, variant.';
COMMENT ON COLUMN symbol.stem IS 'What its forms share: the stem of an English word, a number without trailing zeros, else the piece itself.';
COMMENT ON COLUMN symbol.form IS 'The piece: a Chinese character, a word, a number, a mark.';
COMMENT ON COLUMN symbol.symbol IS 'Number of the stem, from 1.';
COMMENT ON COLUMN symbol.variant IS 'Which form of its stem it is, from 0.';
COMMENT ON COLUMN symbol.low IS 'First term.id that begins with the symbol.';
COMMENT ON COLUMN symbol.high IS 'Last term.id that begins with the symbol.';
COMMENT ON COLUMN symbol.places IS 'At how many places the symbol stands.';

CREATE TABLE term (
    id UINTEGER NOT NULL,
    first UINTEGER NOT NULL,
    second UINTEGER NOT NULL,
    third UINTEGER NOT NULL,
    fourth UINTEGER NOT NULL,
    places UINTEGER NOT NULL
);
COMMENT ON TABLE term IS 'Every run of four pieces that occurs: a shorter run is a range of ids.';
COMMENT ON COLUMN term.id IS 'Number; runs with one first piece have neighbouring numbers, in the order of second, third, fourth.';
COMMENT ON COLUMN term.first IS 'symbol.symbol of the first piece.';
COMMENT ON COLUMN term.second IS 'Of the second; 0 behind the end of a passage.';
COMMENT ON COLUMN term.third IS 'Of the third.';
COMMENT ON COLUMN term.fourth IS 'Of the fourth.';
COMMENT ON COLUMN term.places IS 'At how many places it begins.';

CREATE TABLE posting (
    term UINTEGER NOT NULL,
    passage UINTEGER NOT NULL,
    place UINTEGER NOT NULL,
    variant USMALLINT NOT NULL
);
COMMENT ON TABLE posting IS 'One row for each piece of each passage, in the order of term, passage, place.';
COMMENT ON COLUMN posting.term IS 'term.id of the run that begins here.';
COMMENT ON COLUMN posting.passage IS 'passage.id.';
COMMENT ON COLUMN posting.place IS 'Which piece of the passage it is, from 0.';
COMMENT ON COLUMN posting.variant IS 'symbol.variant of the piece.';

CREATE TABLE passage_facet (
    passage UINTEGER NOT NULL,
    document UINTEGER NOT NULL,
    speaker UINTEGER,
    campaign VARCHAR,
    region VARCHAR,
    year USMALLINT,
    language VARCHAR,
    kind VARCHAR,
    pieces UINTEGER NOT NULL
);
COMMENT ON TABLE passage_facet IS 'What hits are filtered and counted by, one row a passage.';
COMMENT ON COLUMN passage_facet.passage IS 'passage.id.';
COMMENT ON COLUMN passage_facet.document IS 'document.id.';
COMMENT ON COLUMN passage_facet.speaker IS 'speaker.id of who says it.';
COMMENT ON COLUMN passage_facet.campaign IS 'campaign.id of its first figure that has one.';
COMMENT ON COLUMN passage_facet.region IS 'region.id of its first figure, else of its document.';
COMMENT ON COLUMN passage_facet.year IS 'Last year of the period of its first figure with one, else of its document.';
COMMENT ON COLUMN passage_facet.language IS 'document.language.';
COMMENT ON COLUMN passage_facet.kind IS 'turn.kind: statement, answer or question.';
COMMENT ON COLUMN passage_facet.pieces IS 'How many pieces it has.';

CREATE TABLE synonym (
    key VARCHAR NOT NULL,
    word UINTEGER NOT NULL,
    forms VARCHAR[] NOT NULL
);
COMMENT ON TABLE synonym IS 'Forms in both languages that search treats as one word, from the word list of the build; in the order of key.';
COMMENT ON COLUMN synonym.key IS 'A form: the stems of its pieces, with spaces between.';
COMMENT ON COLUMN synonym.word IS 'Which word it is a form of, from 0.';
COMMENT ON COLUMN synonym.forms IS 'All forms of the word, as the word list writes them.';

CREATE TABLE word_posting (
    word UINTEGER NOT NULL,
    passage UINTEGER NOT NULL,
    times USMALLINT NOT NULL
);
COMMENT ON TABLE word_posting IS 'The passages that hold a form of each word of `synonym`, in the order of word, passage.';
COMMENT ON COLUMN word_posting.word IS 'synonym.word.';
COMMENT ON COLUMN word_posting.passage IS 'passage.id.';
COMMENT ON COLUMN word_posting.times IS 'At how many places of the passage.';
