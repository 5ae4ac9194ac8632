-- Adds figures.
-- $rows: a JSON array of objects with the table's columns as names.
INSERT INTO figure
SELECT row.*
FROM (SELECT unnest(from_json($rows::JSON, '[{
    "id": "UINTEGER",
    "claim": "UINTEGER",
    "document": "UINTEGER",
    "passage": "UINTEGER",
    "turn": "UINTEGER",
    "start": "UINTEGER",
    "end": "UINTEGER",
    "text": "VARCHAR",
    "value": "DOUBLE",
    "unit": "VARCHAR",
    "precision": "DOUBLE",
    "qualifier": "VARCHAR",
    "kind": "VARCHAR",
    "direction": "VARCHAR",
    "basis": "VARCHAR",
    "measure": "VARCHAR",
    "object": "VARCHAR",
    "action": "VARCHAR",
    "label": "VARCHAR",
    "campaign": "VARCHAR",
    "topic": "VARCHAR",
    "region": "VARCHAR",
    "period": "VARCHAR",
    "first_day": "DATE",
    "last_day": "DATE",
    "speaker": "UINTEGER",
    "scope": "VARCHAR",
    "marginal": "BOOLEAN",
    "mark": "VARCHAR",
    "refers_to": "UINTEGER",
    "why": [{"field": "VARCHAR", "start": "UINTEGER", "end": "UINTEGER"}]
}]')) AS row)
