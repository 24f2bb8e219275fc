-- The purchase inbox: what payment providers send, kept as it came, and what became of it.

-- Where the providers of an area report to: an address not to be guessed, and what shows that it is them.
CREATE TABLE hooks (
    area_id       uuid        NOT NULL PRIMARY KEY REFERENCES areas (area_id),
    hook_key      text        COLLATE "C" NOT NULL UNIQUE CHECK (hook_key ~ '^[a-z0-9]{32}$'),
    hotmart_token bytea       CHECK (length(hotmart_token) = 32),
    paused_at     timestamptz,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL
);
COMMENT ON COLUMN hooks.hotmart_token IS 'the SHA-256 of the vendor''s secret; null until an owner sets it';
COMMENT ON COLUMN hooks.paused_at IS 'since when what comes in is kept but not worked on; null otherwise';

CREATE TABLE inbox_entries (
    area_id      uuid        NOT NULL,
    entry_id     uuid        NOT NULL,
    source       text        COLLATE "C" NOT NULL CHECK (source IN ('HOTMART', 'STRIPE')),
    event_id     text        COLLATE "C",
    received_at  timestamptz NOT NULL,
    arrivals     integer     NOT NULL DEFAULT 1,
    state        text        COLLATE "C" NOT NULL CHECK (state IN
        ('WAITING', 'APPLIED', 'NOTED', 'TEST', 'UNLINKED', 'STUCK', 'BROKEN')),
    event        text        COLLATE "C",
    occurred_at  timestamptz,
    buyer        text        COLLATE "C",
    product_id   uuid,
    purchase_id  uuid,
    decisions    jsonb,
    unlinked     text[]      COLLATE "C",
    processed_at timestamptz,
    attempts     smallint    NOT NULL DEFAULT 0,
    body         bytea       NOT NULL CHECK (length(body) <= 1048576),
    PRIMARY KEY (area_id, entry_id),
    CONSTRAINT an_event_is_kept_once UNIQUE (area_id, source, event_id),
    CONSTRAINT what_is_decided_is_told CHECK ((state = 'WAITING') = (processed_at IS NULL)
        AND (state IN ('WAITING', 'BROKEN') OR decisions IS NOT NULL)),
    CONSTRAINT what_is_unlinked_says_so CHECK (state <> 'UNLINKED' OR cardinality(unlinked) > 0)
);
COMMENT ON COLUMN inbox_entries.event_id IS 'the provider''s; null where the body could not be read';
COMMENT ON COLUMN inbox_entries.arrivals IS 'how often the provider sent it';
COMMENT ON COLUMN inbox_entries.body IS 'the bytes as they came, but for the secret that older ones carry';
COMMENT ON COLUMN inbox_entries.decisions IS 'what was done, in order: a list of {code, arguments}';
COMMENT ON COLUMN inbox_entries.unlinked IS 'the vendor''s products ("p:ID") and offers ("o:ID:CODE") it names that are ours by no link';
COMMENT ON COLUMN inbox_entries.product_id IS 'the first of our products it concerns; null while none is known';
CREATE INDEX inbox_waiting ON inbox_entries (area_id, entry_id) WHERE state = 'WAITING';
CREATE INDEX inbox_by_state ON inbox_entries (area_id, state, entry_id) WHERE state <> 'WAITING';
CREATE INDEX inbox_by_buyer ON inbox_entries (area_id, buyer, entry_id) WHERE buyer IS NOT NULL;
CREATE INDEX inbox_unlinked ON inbox_entries USING gin (unlinked) WHERE unlinked IS NOT NULL;
CREATE INDEX inbox_by_age ON inbox_entries USING brin (received_at);

-- The vendor's products and offers that events have named, and which of ours they are.
CREATE TABLE vendor_products (
    area_id    uuid        NOT NULL REFERENCES areas (area_id),
    source     text        COLLATE "C" NOT NULL CHECK (source IN ('HOTMART')),
    vendor_id  text        COLLATE "C" NOT NULL CHECK (length(vendor_id) BETWEEN 1 AND 100),
    ucode      text        COLLATE "C",
    name       text,
    product_id uuid        REFERENCES products (product_id),
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (area_id, source, vendor_id)
);
COMMENT ON COLUMN vendor_products.vendor_id IS 'the number the vendor gives it, or else its ucode';

CREATE TABLE vendor_offers (
    area_id         uuid        NOT NULL,
    source          text        COLLATE "C" NOT NULL,
    vendor_id       text        COLLATE "C" NOT NULL,
    code            text        COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 100),
    name            text,
    product_id      uuid,
    offer_id        uuid,
    seen_at         timestamptz NOT NULL,
    PRIMARY KEY (area_id, source, vendor_id, code),
    FOREIGN KEY (area_id, source, vendor_id) REFERENCES vendor_products (area_id, source, vendor_id),
    CONSTRAINT a_vendor_offer_is_one_of_its_product FOREIGN KEY (product_id, offer_id)
        REFERENCES offers (product_id, offer_id),
    CONSTRAINT a_link_is_whole CHECK (num_nonnulls(product_id, offer_id) IN (0, 2))
);
