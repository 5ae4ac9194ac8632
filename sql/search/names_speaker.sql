-- Every name of every speaker: id, parent (none), name.
SELECT id, NULL AS parent, name FROM speaker
UNION ALL
SELECT DISTINCT speaker, NULL, aka FROM turn WHERE speaker IS NOT NULL AND aka IS NOT NULL
ORDER BY id, name;
