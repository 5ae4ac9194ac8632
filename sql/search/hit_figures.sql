-- The figures of the passages $passages.
SELECT passage, start, "end", value, unit, measure, kind FROM figure WHERE passage IN ($passages) ORDER BY id;
