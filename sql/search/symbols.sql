-- The forms of the stems $stems; see `symbol`.
SELECT stem, form, symbol, variant FROM symbol WHERE stem IN ($stems);
