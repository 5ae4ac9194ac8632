-- Some rows of the temporary table `selection`, all names resolved, in order.
-- $first, $last: places, both included. Rows: the fields of FigureRow.
SELECT figure.id, figure.claim, selection.tellings, document.id, document.doc,
    coalesce(document.held, document.published), figure.start, figure."end", figure.text, figure.value, figure.unit,
    figure.precision, figure.qualifier, figure.kind, figure.direction, figure.basis, figure.measure, measure.name_zh,
    measure.name_en, figure.label, figure.campaign, campaign.name_zh, campaign.name_en, figure.topic, figure.region,
    coalesce(region.name_zh, region.name_en), coalesce(region.name_en, region.name_zh), figure.period, speaker.name,
    figure.scope, figure.marginal, figure.mark
FROM selection
JOIN figure ON figure.id = selection.figure
JOIN document ON document.id = figure.document
JOIN measure ON measure.id = figure.measure
LEFT JOIN campaign ON campaign.id = figure.campaign
LEFT JOIN region ON region.id = figure.region
LEFT JOIN speaker ON speaker.id = figure.speaker
WHERE selection.place BETWEEN $first AND $last
ORDER BY selection.place
