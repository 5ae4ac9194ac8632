-- The figures of the temporary table `passing` with the fields of the codebook, in display order.
-- No parameters.
SELECT document.doc, figure.start, figure."end", figure.text, figure.value, figure.unit, figure.qualifier, figure.kind,
    figure.direction, figure.basis, figure.object, figure.action, figure.label, figure.campaign, figure.topic,
    figure.region, figure.period, speaker.name, figure.scope, figure.marginal
FROM passing
JOIN figure ON figure.id = passing.id
JOIN document ON document.id = figure.document
LEFT JOIN speaker ON speaker.id = figure.speaker
ORDER BY figure.id
