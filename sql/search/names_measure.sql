-- Every name of every measure: id, parent (none), name. The object and the action are names of all their measures.
SELECT id, NULL AS parent, unnest([id, object, action, name_zh, name_en]) AS name FROM measure ORDER BY id;
