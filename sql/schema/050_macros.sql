-- What a filter's campaign or region lets through: the one named, and what stands below it.
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
