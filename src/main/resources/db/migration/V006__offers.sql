-- Offers of a product. An offer leads to one group or, with none, follows the default group.

CREATE TABLE offers (
    product_id     uuid        NOT NULL REFERENCES products (product_id),
    offer_id       uuid        NOT NULL,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    price_minor    bigint      NOT NULL CHECK (price_minor >= 0),
    currency       char(3)     NOT NULL,
    group_id       uuid,
    created_at     timestamptz NOT NULL,
    deactivated_at timestamptz,
    version        bigint      NOT NULL,
    PRIMARY KEY (product_id, offer_id),
    CONSTRAINT an_offer_leads_to_a_group_of_its_product
        FOREIGN KEY (product_id, group_id) REFERENCES groups (product_id, group_id)
);
CREATE INDEX offers_by_group ON offers (product_id, group_id);

-- A code is unique among all products: a reference table, so that offers themselves can lie with their product.
CREATE TABLE offer_codes (
    code       text COLLATE "C" NOT NULL PRIMARY KEY CHECK (code ~ '^[a-z0-9]{10,32}$'),
    product_id uuid NOT NULL,
    offer_id   uuid NOT NULL,
    UNIQUE (product_id, offer_id),
    FOREIGN KEY (product_id, offer_id) REFERENCES offers (product_id, offer_id)
);
