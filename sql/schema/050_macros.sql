-- What the filters of tables let through: a campaign or region and what stands below it, speakers, years.
CREATE MACRO campaigns_named(wanted) AS TABLE (
    SELECT id FROM campaign WHERE id = wanted OR name_zh = wanted OR lower(name_en) = lower(wanted)
);
COMMENT ON MACRO TABLE campaigns_named IS 'Campaigns of an id or a name.';

CREATE MACRO campaigns_below(wanted) AS TABLE (
    WITH RECURSIVE below AS (
        SELECT id FROM campaigns_named(wanted)
        UNION
        SELECT campaign.id FROM campaign JOIN below ON campaign.parent = below.id
    )
    SELECT id FROM below
);
COMMENT ON MACRO TABLE campaigns_below IS 'A campaign, by id or name, and all campaigns below it.';

CREATE MACRO regions_below(wanted) AS TABLE (
    WITH RECURSIVE below AS (
        SELECT id FROM region WHERE id = wanted OR name_zh = wanted OR lower(name_en) = lower(wanted)
        UNION
        SELECT region.id FROM region JOIN below ON region.parent = below.id
    )
    SELECT id FROM below
);
COMMENT ON MACRO TABLE regions_below IS 'A region, by id or name, and all regions below it.';

CREATE MACRO speakers_named(wanted) AS TABLE (
    WITH spelling AS (
        SELECT id, lower(name) AS name, 0 AS step FROM speaker
        UNION ALL
        SELECT speaker, lower(aka), 1 FROM turn WHERE speaker IS NOT NULL AND aka IS NOT NULL
    ),
    alike AS (
        SELECT id, CASE WHEN name = lower(wanted) THEN step ELSE 2 END AS step
        FROM spelling
        WHERE wanted <> '' AND contains(name, lower(wanted))
    )
    SELECT DISTINCT id FROM alike WHERE step = (SELECT min(step) FROM alike)
);
COMMENT ON MACRO TABLE speakers_named IS 'Speakers of a name; else of another spelling of it; else those it is a part of.';

CREATE MACRO in_years(wanted, first_year, last_year) AS
    first_year <= try_cast(str_split(wanted, '..')[-1] AS INTEGER)
    AND last_year >= try_cast(str_split(wanted, '..')[1] AS INTEGER);
COMMENT ON MACRO in_years IS 'Whether some years meet the wanted ones: 2020, or 2018..2021.';

CREATE MACRO dated_in(wanted, day) AS in_years(wanted, left(day, 4)::INTEGER, left(day, 4)::INTEGER);
COMMENT ON MACRO dated_in IS 'Whether an ISO date of any precision lies in the wanted years.';
