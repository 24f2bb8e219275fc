-- Orders of our own offer pages, and the ways to pay that an area offers.

-- Every text of terms that was ever in force, since orders refer to the one that was agreed to.
CREATE TABLE sale_terms (
    area_id    uuid        NOT NULL REFERENCES areas (area_id),
    terms_hash bytea       NOT NULL CHECK (length(terms_hash) = 32),
    text       text        NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
    since      timestamptz NOT NULL,
    PRIMARY KEY (area_id, terms_hash)
);
COMMENT ON COLUMN sale_terms.since IS 'when it was first in force';

CREATE TABLE payment_ways (
    area_id      uuid    NOT NULL PRIMARY KEY REFERENCES areas (area_id),
    free         boolean NOT NULL,
    manual       boolean NOT NULL,
    stripe       boolean NOT NULL,
    instructions text    CHECK (length(instructions) BETWEEN 1 AND 4000),
    terms_hash   bytea,
    version      bigint  NOT NULL,
    CONSTRAINT who_pays_by_hand_knows_how CHECK (NOT manual OR instructions IS NOT NULL),
    CONSTRAINT terms_in_force_are_kept FOREIGN KEY (area_id, terms_hash) REFERENCES sale_terms (area_id, terms_hash)
);
COMMENT ON COLUMN payment_ways.terms_hash IS 'the terms in force; null for none';

CREATE TABLE orders (
    product_id   uuid        NOT NULL REFERENCES products (product_id),
    order_id     uuid        NOT NULL,
    area_id      uuid        NOT NULL REFERENCES areas (area_id),
    offer_id     uuid        NOT NULL,
    buyer_id     uuid        NOT NULL REFERENCES accounts (account_id),
    number       text        COLLATE "C" NOT NULL CHECK (number ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    buyer_name   text        NOT NULL CHECK (length(buyer_name) BETWEEN 1 AND 200),
    sort_name    text        COLLATE "C" NOT NULL,
    method       text        COLLATE "C" NOT NULL CHECK (method IN ('FREE', 'MANUAL', 'STRIPE')),
    state        text        COLLATE "C" NOT NULL,
    listed_minor bigint      NOT NULL,
    amount_minor bigint      NOT NULL CHECK (amount_minor >= 0),
    currency     char(3)     NOT NULL,
    coupon       text,
    terms_hash   bytea,
    consented_at timestamptz NOT NULL,
    version      bigint      NOT NULL,
    PRIMARY KEY (product_id, order_id),
    CONSTRAINT an_order_has_a_number_of_its_own UNIQUE (area_id, number),
    CONSTRAINT an_order_is_for_an_offer_of_its_product FOREIGN KEY (product_id, offer_id)
        REFERENCES offers (product_id, offer_id),
    CONSTRAINT agreed_terms_are_kept FOREIGN KEY (area_id, terms_hash) REFERENCES sale_terms (area_id, terms_hash),
    CONSTRAINT a_coupon_makes_nothing_dearer CHECK (amount_minor <= listed_minor),
    CONSTRAINT what_costs_nothing_is_free CHECK ((method = 'FREE') = (amount_minor = 0)),
    CONSTRAINT a_state_fits_the_way_to_pay CHECK (CASE method
        WHEN 'FREE' THEN state IN ('UNCONFIRMED', 'APPROVED', 'REFUNDED', 'EXPIRED')
        WHEN 'MANUAL' THEN state IN ('WAITING', 'APPROVED', 'REJECTED', 'REFUNDED')
        ELSE state IN ('PENDING', 'APPROVED', 'REFUNDED', 'EXPIRED') END)
);
COMMENT ON COLUMN orders.number IS 'by which buyer and producer know it, in the reference of a bank transfer for one';
COMMENT ON COLUMN orders.listed_minor IS 'the price without a coupon, in the smallest unit of the currency';
COMMENT ON COLUMN orders.amount_minor IS 'what is to pay';
COMMENT ON COLUMN orders.terms_hash IS 'the terms agreed to; null where the area had none';
CREATE UNIQUE INDEX a_free_offer_is_had_once ON orders (product_id, offer_id, buyer_id)
    WHERE method = 'FREE' AND state IN ('APPROVED', 'REFUNDED');
CREATE INDEX orders_by_area ON orders (area_id, order_id);
CREATE INDEX orders_by_state ON orders (area_id, state, order_id);
CREATE INDEX orders_by_buyer ON orders (product_id, buyer_id);
CREATE INDEX orders_to_expire ON orders (order_id) WHERE state = 'UNCONFIRMED';

-- What became of an order, and who decided it; each state is entered once.
CREATE TABLE order_steps (
    product_id uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    state      text        COLLATE "C" NOT NULL,
    taken_at   timestamptz NOT NULL,
    taken_by   uuid,
    note       text        CHECK (length(note) BETWEEN 1 AND 500),
    PRIMARY KEY (product_id, order_id, state),
    FOREIGN KEY (product_id, order_id) REFERENCES orders (product_id, order_id)
);
COMMENT ON COLUMN order_steps.taken_by IS 'the account that decided; null for the program';
COMMENT ON COLUMN order_steps.note IS 'what the buyer was told of the reason';

-- Ways to a buyer's own order; like those to an account, only their hash is kept.
CREATE TABLE order_links (
    token_hash bytea       NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    product_id uuid        NOT NULL,
    order_id   uuid        NOT NULL,
    mailed     boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    FOREIGN KEY (product_id, order_id) REFERENCES orders (product_id, order_id)
);
COMMENT ON COLUMN order_links.mailed IS 'whether it went to the buyer''s address, so that whoever has it reads that mailbox';
