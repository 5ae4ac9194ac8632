-- The campaigns one step below another, the empty ones too, in order of their ids.
-- $campaign: the parent; NULL for the series. Rows: id, name_zh, name_en.
SELECT id, coalesce(name_zh, name_en), coalesce(name_en, name_zh)
FROM campaign
WHERE parent IS NOT DISTINCT FROM $campaign::VARCHAR
ORDER BY id
