-- Index: the texts of the passages with $low <= id < $high, in order.
SELECT id, text FROM passage WHERE id >= $low AND id < $high ORDER BY id;
