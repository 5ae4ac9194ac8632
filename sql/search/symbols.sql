-- The symbols and forms of the stems $stems.
SELECT stem, form, symbol, variant FROM symbol WHERE stem IN (SELECT unnest($stems)) ORDER BY stem, variant;
