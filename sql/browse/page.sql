-- Some rows of the temporary table `selection`, all names resolved, in order.
-- $first, $last: places, both included. Rows: the fields of FigureRow.
SELECT claim_row.*, selection.tellings
FROM selection
JOIN claim_row ON claim_row.figure = selection.figure
WHERE selection.place BETWEEN $first AND $last
ORDER BY selection.place
