-- Adds documents.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO document
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "UINTEGER",
    "doc": "VARCHAR",
    "briefing": "VARCHAR",
    "title": "VARCHAR",
    "publisher": "VARCHAR",
    "published": "VARCHAR",
    "held": "VARCHAR",
    "place": "VARCHAR",
    "language": "VARCHAR",
    "region": "VARCHAR",
    "url": "VARCHAR",
    "form": "VARCHAR",
    "digests": "VARCHAR",
    "inferred": ["VARCHAR"],
    "body": "UINTEGER",
    "figures": "UINTEGER",
    "text": "VARCHAR"
}]')) AS row)
