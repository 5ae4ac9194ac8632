-- Adds regions.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO region
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "VARCHAR",
    "parent": "VARCHAR",
    "rank": "VARCHAR",
    "name_zh": "VARCHAR",
    "name_en": "VARCHAR"
}]')) AS row)
