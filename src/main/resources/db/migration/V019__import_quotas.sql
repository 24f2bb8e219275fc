-- How many students imports may newly enrol in an area (product.md D12).

-- One row an area: whoever reserves holds it, so that two imports at once cannot pass it together.
CREATE TABLE import_quotas (
    area_id   uuid    NOT NULL PRIMARY KEY REFERENCES areas (area_id),
    base      integer CHECK (base BETWEEN 0 AND 1000000000),
    credits   integer NOT NULL DEFAULT 0 CHECK (credits >= 0),
    used      bigint  NOT NULL DEFAULT 0 CHECK (used >= 0),
    reserved  bigint  NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    remaining bigint  GENERATED ALWAYS AS (base::bigint + credits - used - reserved) STORED,
    version   bigint  NOT NULL DEFAULT 0
);
COMMENT ON COLUMN import_quotas.base IS 'what the operator allows; null for no limit';
COMMENT ON COLUMN import_quotas.credits IS 'what sales have added';
COMMENT ON COLUMN import_quotas.remaining IS 'below 0 where the operator allows less than was used before';
COMMENT ON COLUMN import_quotas.version IS 'how often the operator set it; imports leave it as it is';

-- What each import has of it: reserved at confirm, used once it ended, returned by undo.
CREATE TABLE import_quota_claims (
    product_id uuid    NOT NULL,
    import_id  uuid    NOT NULL,
    area_id    uuid    NOT NULL REFERENCES import_quotas (area_id),
    reserved   integer NOT NULL CHECK (reserved >= 0),
    used       integer CHECK (used >= 0),
    returned   integer NOT NULL DEFAULT 0,
    PRIMARY KEY (product_id, import_id),
    CONSTRAINT no_import_returns_more_than_it_used CHECK (returned BETWEEN 0 AND coalesce(used, 0))
);
COMMENT ON COLUMN import_quota_claims.used IS 'null until the import ends';

-- What happened to it, never changed. A log: no foreign keys.
CREATE TABLE import_quota_entries (
    area_id    uuid        NOT NULL,
    entry_id   uuid        NOT NULL,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('SET', 'RESERVED', 'SETTLED', 'RETURNED')),
    amount     integer     CHECK (amount >= 0),
    remaining  bigint,
    product_id uuid,
    import_id  uuid,
    actor_id   uuid,
    PRIMARY KEY (area_id, entry_id),
    CONSTRAINT only_a_limit_may_be_none CHECK (kind = 'SET' OR amount IS NOT NULL),
    CONSTRAINT what_is_not_set_is_of_an_import CHECK (
        num_nonnulls(product_id, import_id) = CASE kind WHEN 'SET' THEN 0 ELSE 2 END),
    CONSTRAINT no_reservation_leaves_a_debt CHECK (kind <> 'RESERVED' OR amount = 0 OR remaining >= 0)
);
CREATE UNIQUE INDEX an_import_reserves_and_settles_once ON import_quota_entries (product_id, import_id, kind)
    WHERE kind IN ('RESERVED', 'SETTLED');
COMMENT ON COLUMN import_quota_entries.remaining IS 'after it; null for no limit';
COMMENT ON COLUMN import_quota_entries.actor_id IS 'who set it; null for the program, and for imports, which know who';

-- Areas that are there were opened before there was a quota, by the set-up, the demo or the operator's own hand, and may
-- have brought in thousands: a limit now would break what works. Counting begins here.
INSERT INTO import_quotas (area_id) SELECT area_id FROM areas;
INSERT INTO import_quota_entries (area_id, entry_id, at, kind) SELECT area_id, uuidv7(), now(), 'SET' FROM areas;
-- Imports that run while the program is renewed: they end, and then count.
INSERT INTO import_quota_claims (product_id, import_id, area_id, reserved)
SELECT product_id, import_id, area_id, 0 FROM imports WHERE state <> 'FINISHED';
