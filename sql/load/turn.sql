-- Adds turns.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO turn
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "UINTEGER",
    "document": "UINTEGER",
    "start": "UINTEGER",
    "end": "UINTEGER",
    "kind": "VARCHAR",
    "speaker": "UINTEGER",
    "role": "VARCHAR",
    "agency": "VARCHAR",
    "aka": "VARCHAR"
}]')) AS row)
