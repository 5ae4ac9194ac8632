-- Adds briefings.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO briefing
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "VARCHAR",
    "title": "VARCHAR",
    "held": "VARCHAR",
    "region": "VARCHAR",
    "publisher": "VARCHAR"
}]')) AS row)
