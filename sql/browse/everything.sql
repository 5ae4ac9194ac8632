-- Makes `selection` for no filter in reading order: a temporary view, so that nothing is copied.
-- No parameters; the variable `prefer` names the language of the figure that stands for a claim.
CREATE OR REPLACE TEMP VIEW selection AS
SELECT id AS place, coalesce(CASE getvariable('prefer') WHEN 'zh' THEN zh ELSE en END, figure) AS figure, tellings
FROM claim
