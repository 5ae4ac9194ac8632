-- Every name of every campaign: id, parent, name.
SELECT id, parent, unnest([id, name_zh, name_en]) AS name FROM campaign ORDER BY id;
