-- Adds the claims that the figures make.
-- No parameters.
INSERT INTO claim
SELECT figure.claim, min(figure.id), min(figure.id) FILTER (document.language = 'zh'),
    min(figure.id) FILTER (document.language = 'en'), count(*)
FROM figure
JOIN document ON document.id = figure.document
GROUP BY figure.claim
ORDER BY figure.claim
