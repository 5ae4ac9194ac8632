-- The search index: plain tables, made of the pieces of each passage. engine/search/analysis.py says what a piece is.
CREATE TABLE symbol (
    stem VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    symbol UINTEGER NOT NULL,
    variant USMALLINT NOT NULL
);
CREATE INDEX symbol_stem ON symbol (stem);
COMMENT ON TABLE symbol IS 'Numbers of words and numbers, and of characters that have none of their own. In the order of stem, variant.';
COMMENT ON COLUMN symbol.stem IS 'What its forms share: the stem of an English word, a number without trailing zeros, else the piece itself.';
COMMENT ON COLUMN symbol.form IS 'The piece, folded.';
COMMENT ON COLUMN symbol.symbol IS 'Number of the stem.';
COMMENT ON COLUMN symbol.variant IS 'Which form of its stem it is, from 0.';

CREATE TABLE posting (
    first UINTEGER NOT NULL,
    second UINTEGER NOT NULL,
    third UINTEGER NOT NULL,
    fourth UINTEGER NOT NULL,
    passage UINTEGER NOT NULL,
    place UINTEGER NOT NULL,
    variant USMALLINT NOT NULL
);
COMMENT ON TABLE posting IS 'One row for each piece of each passage. Rows with one first piece lie together, in the order of second, third, fourth, passage, place.';
COMMENT ON COLUMN posting.first IS 'Symbol of the piece: symbol.symbol, or the number that Chinese characters and marks have by themselves.';
COMMENT ON COLUMN posting.second IS 'Symbol of the piece behind it; 0 behind the end of the passage.';
COMMENT ON COLUMN posting.third IS 'Symbol of the one behind that.';
COMMENT ON COLUMN posting.fourth IS 'Symbol of the one behind that.';
COMMENT ON COLUMN posting.passage IS 'passage.id.';
COMMENT ON COLUMN posting.place IS 'Which piece of the passage it is, from 0.';
COMMENT ON COLUMN posting.variant IS 'symbol.variant of the piece.';

CREATE TABLE passage_facet (
    passage UINTEGER PRIMARY KEY,
    document UINTEGER NOT NULL,
    doc VARCHAR NOT NULL,
    speaker UINTEGER,
    name VARCHAR,
    campaign VARCHAR,
    region VARCHAR,
    year USMALLINT,
    language VARCHAR,
    kind VARCHAR,
    pieces UINTEGER NOT NULL
);
COMMENT ON TABLE passage_facet IS 'What hits are filtered, counted and named by, one row a passage: a join would take longer than the search.';
COMMENT ON COLUMN passage_facet.passage IS 'passage.id.';
COMMENT ON COLUMN passage_facet.document IS 'document.id.';
COMMENT ON COLUMN passage_facet.doc IS 'document.doc.';
COMMENT ON COLUMN passage_facet.speaker IS 'speaker.id of who says it.';
COMMENT ON COLUMN passage_facet.name IS 'speaker.name.';
COMMENT ON COLUMN passage_facet.campaign IS 'campaign.id of its first figure that has one.';
COMMENT ON COLUMN passage_facet.region IS 'region.id of its first figure, else of its document.';
COMMENT ON COLUMN passage_facet.year IS 'Last year of the period of its first figure with one, else of its document.';
COMMENT ON COLUMN passage_facet.language IS 'document.language.';
COMMENT ON COLUMN passage_facet.kind IS 'turn.kind: statement, answer or question.';
COMMENT ON COLUMN passage_facet.pieces IS 'How many pieces it has.';

CREATE TABLE synonym (
    word UINTEGER NOT NULL,
    key VARCHAR NOT NULL,
    form VARCHAR NOT NULL
);
COMMENT ON TABLE synonym IS 'Forms in both languages that search treats as one word: synonyms and names, from the word lists of the build; in the order of word.';
COMMENT ON COLUMN synonym.word IS 'Which word it is a form of, from 0.';
COMMENT ON COLUMN synonym.key IS 'The stems of the form''s pieces, with spaces between.';
COMMENT ON COLUMN synonym.form IS 'The form as the word list writes it.';

CREATE TABLE word_posting (
    word UINTEGER NOT NULL,
    passage UINTEGER NOT NULL,
    times USMALLINT NOT NULL
);
COMMENT ON TABLE word_posting IS 'The passages that hold a form of each word of `synonym`, in the order of word, passage.';
COMMENT ON COLUMN word_posting.word IS 'synonym.word.';
COMMENT ON COLUMN word_posting.passage IS 'passage.id.';
COMMENT ON COLUMN word_posting.times IS 'At how many places of the passage.';

CREATE TABLE word_set (
    word UINTEGER NOT NULL,
    passages BLOB NOT NULL USING COMPRESSION uncompressed
);
COMMENT ON TABLE word_set IS 'The passages of each word of `word_posting` once more, as a set that is read at once; in the order of word.';
COMMENT ON COLUMN word_set.word IS 'synonym.word.';
COMMENT ON COLUMN word_set.passages IS 'A bit for each passage.id, 1 where it holds the word; 0 is the highest bit of the first byte.';
