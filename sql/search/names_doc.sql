-- What a document is asked for by: id, parent (none), name.
SELECT id, NULL AS parent, unnest([doc, briefing, title]) AS name FROM document ORDER BY id;
