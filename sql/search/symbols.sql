-- The forms of the stems $stems; see `symbol`.
SELECT stem, form, symbol, variant, low, high, places FROM symbol WHERE stem IN ($stems) ORDER BY stem, variant;
