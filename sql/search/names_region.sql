-- Every name of every region: id, parent, name.
SELECT id, parent, unnest([id, name_zh, name_en]) AS name FROM region ORDER BY id;
