-- Adds checks.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO "check"
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "UINTEGER",
    "rule": "VARCHAR",
    "status": "VARCHAR",
    "explanation_zh": "VARCHAR",
    "explanation_en": "VARCHAR",
    "figures": ["UINTEGER"]
}]')) AS row)
