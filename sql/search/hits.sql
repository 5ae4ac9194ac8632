-- The texts of the passages $passages and where they stand, in no order.
SELECT id, start, "end", text FROM passage WHERE id IN ($passages);
