-- All documents, newest first.
-- $language, $region, $year, $document: NULL lets all through.
SELECT id, doc, briefing, title, publisher, published, held, place, language, region, url, form, inferred, figures
FROM document
WHERE ($language::VARCHAR IS NULL OR language = $language::VARCHAR)
    AND ($region::VARCHAR IS NULL OR region = $region::VARCHAR)
    AND ($year::VARCHAR IS NULL OR starts_with(coalesce(held, published), $year::VARCHAR))
    AND ($document::VARCHAR IS NULL OR doc = $document::VARCHAR)
ORDER BY id
