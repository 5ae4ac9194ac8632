-- How many passages of the set $hits each document, campaign, year and speaker has. Columns facet, id, name, passages; most
-- passages first within a facet.
WITH hit AS MATERIALIZED (
    SELECT document, campaign, year, speaker
    FROM passage_facet
    WHERE get_bit(CAST($hits AS BIT), CAST(passage AS INTEGER)) = 1
), counted AS (
    SELECT 'document' AS facet, CAST(document AS VARCHAR) AS id, count(*) AS passages FROM hit GROUP BY document
    UNION ALL
    SELECT 'campaign', campaign, count(*) FROM hit GROUP BY campaign
    UNION ALL
    SELECT 'year', CAST(year AS VARCHAR), count(*) FROM hit GROUP BY year
    UNION ALL
    SELECT 'speaker', CAST(speaker AS VARCHAR), count(*) FROM hit GROUP BY speaker
)
SELECT
    counted.facet,
    counted.id,
    CASE counted.facet
        WHEN 'document' THEN document.doc
        WHEN 'campaign' THEN coalesce(campaign.name_zh, campaign.name_en)
        WHEN 'speaker' THEN speaker.name
        ELSE counted.id
    END AS name,
    counted.passages
FROM counted
LEFT JOIN document ON counted.facet = 'document' AND document.id = try_cast(counted.id AS UINTEGER)
LEFT JOIN campaign ON counted.facet = 'campaign' AND campaign.id = counted.id
LEFT JOIN speaker ON counted.facet = 'speaker' AND speaker.id = try_cast(counted.id AS UINTEGER)
ORDER BY counted.facet, counted.passages DESC, counted.id;
