-- Adds mentions.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO campaign_mention
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "campaign": "VARCHAR",
    "document": "UINTEGER",
    "start": "UINTEGER",
    "end": "UINTEGER"
}]')) AS row)
