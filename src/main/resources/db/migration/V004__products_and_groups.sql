-- Products and their groups. Every key of a product-scoped table begins with the product, so that nothing can
-- refer across products. Two foreign keys close a circle and are therefore checked at commit: a product cannot
-- exist without its groups row, and the groups row cannot name a default group that is not there.

CREATE TABLE products (
    product_id  uuid        NOT NULL PRIMARY KEY,
    area_id     uuid        NOT NULL REFERENCES areas (area_id),
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    format      text        NOT NULL CHECK (format IN ('ONLINE_COURSE', 'SUBSCRIPTION', 'ONLINE_EVENT')),
    zone        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    archived_at timestamptz,
    version     bigint      NOT NULL
);
CREATE INDEX products_by_area ON products (area_id, product_id);

CREATE TABLE product_groups (
    product_id       uuid   NOT NULL PRIMARY KEY REFERENCES products (product_id),
    default_group_id uuid   NOT NULL,
    version          bigint NOT NULL
);

CREATE TABLE groups (
    product_id uuid        NOT NULL REFERENCES product_groups (product_id),
    group_id   uuid        NOT NULL,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_key   text        COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    PRIMARY KEY (product_id, group_id),
    CONSTRAINT groups_have_different_names UNIQUE (product_id, name_key)
);

ALTER TABLE products ADD CONSTRAINT a_product_has_groups
    FOREIGN KEY (product_id) REFERENCES product_groups (product_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE product_groups ADD CONSTRAINT the_default_group_is_of_the_product
    FOREIGN KEY (product_id, default_group_id) REFERENCES groups (product_id, group_id) DEFERRABLE INITIALLY DEFERRED;
