-- Adds speakers.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO speaker
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "UINTEGER",
    "name": "VARCHAR",
    "role": "VARCHAR",
    "agency": "VARCHAR",
    "turns": "UINTEGER"
}]')) AS row)
