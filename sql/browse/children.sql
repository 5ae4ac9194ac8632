-- The campaigns one step below another, the empty ones too, in order of their ids.
-- $campaign: the parent, by id or name; NULL for the series. Rows: id, name_zh, name_en.
SELECT id, coalesce(name_zh, name_en), coalesce(name_en, name_zh)
FROM campaign
WHERE
    CASE
        WHEN $campaign::VARCHAR IS NULL THEN parent IS NULL
        ELSE parent IN (SELECT id FROM campaigns_named($campaign::VARCHAR))
    END
ORDER BY id
