-- Adds topics.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO topic
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "VARCHAR",
    "name_zh": "VARCHAR",
    "name_en": "VARCHAR"
}]')) AS row)
