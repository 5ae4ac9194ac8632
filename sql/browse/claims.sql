-- Figures by number, all names resolved.
-- $figures: a list of figure.id. Rows: the fields of FigureRow.
SELECT claim_row.*, (SELECT count(*) FROM figure AS telling WHERE telling.claim = claim_row.claim)
FROM claim_row
WHERE claim_row.figure IN (SELECT unnest($figures::UINTEGER[]))
ORDER BY claim_row.figure
