-- Coupons: a percentage off offers of one product, for a time (product.md 1.8).
CREATE TABLE coupons (
    product_id     uuid        NOT NULL REFERENCES products (product_id),
    coupon_id      uuid        NOT NULL,
    code           text        COLLATE "C" NOT NULL CONSTRAINT a_code_is_in_capitals CHECK (code ~ '^[A-Z0-9_-]{3,40}$'),
    percent        smallint    NOT NULL CONSTRAINT a_percentage CHECK (percent BETWEEN 1 AND 100),
    starts_at      timestamptz,
    ends_at        timestamptz,
    zone           text        COLLATE "C" NOT NULL,
    all_offers     boolean     NOT NULL,
    most_uses      integer     CONSTRAINT a_limit_leaves_a_use CHECK (most_uses >= 1),
    uses           integer     NOT NULL DEFAULT 0 CONSTRAINT uses_are_counted_from_none CHECK (uses >= 0),
    created_at     timestamptz NOT NULL,
    deactivated_at timestamptz,
    version        bigint      NOT NULL,
    PRIMARY KEY (product_id, coupon_id),
    CONSTRAINT a_code_is_of_one_coupon UNIQUE (product_id, code),
    CONSTRAINT a_coupon_ends_after_its_start CHECK (ends_at > starts_at),
    CONSTRAINT no_more_uses_than_the_limit CHECK (uses <= most_uses)
);
COMMENT ON COLUMN coupons.starts_at IS 'the first instant at which it counts; null for since ever';
COMMENT ON COLUMN coupons.ends_at IS 'the first instant at which it does no more; null for no end';
COMMENT ON COLUMN coupons.zone IS 'in which start and end were typed, and are shown';
COMMENT ON COLUMN coupons.uses IS 'how many rows of coupon_uses it has, so that the limit is a check';

-- The offers of a coupon that is not for all.
CREATE TABLE coupon_offers (
    product_id uuid NOT NULL,
    coupon_id  uuid NOT NULL,
    offer_id   uuid NOT NULL,
    PRIMARY KEY (product_id, coupon_id, offer_id),
    CONSTRAINT an_offer_of_a_coupon FOREIGN KEY (product_id, coupon_id) REFERENCES coupons (product_id, coupon_id),
    CONSTRAINT a_coupon_is_for_offers_of_its_product FOREIGN KEY (product_id, offer_id)
        REFERENCES offers (product_id, offer_id)
);

-- The orders it was used in, each with one coupon at most; given back when the order comes to nothing.
CREATE TABLE coupon_uses (
    product_id uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    coupon_id  uuid        NOT NULL,
    used_at    timestamptz NOT NULL,
    CONSTRAINT an_order_uses_one_coupon PRIMARY KEY (product_id, order_id),
    CONSTRAINT a_used_coupon_stays FOREIGN KEY (product_id, coupon_id) REFERENCES coupons (product_id, coupon_id)
);
CREATE INDEX coupon_uses_by_coupon ON coupon_uses (product_id, coupon_id);
