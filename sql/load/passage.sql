-- Adds passages.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO passage
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "UINTEGER",
    "document": "UINTEGER",
    "start": "UINTEGER",
    "end": "UINTEGER",
    "paragraph": "UINTEGER",
    "turn": "UINTEGER",
    "campaign": "VARCHAR",
    "text": "VARCHAR"
}]')) AS row)
