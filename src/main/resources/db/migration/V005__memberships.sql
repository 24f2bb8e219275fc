-- Students of a product: in exactly one group, by the primary key and one column that is never null.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE memberships (
    product_id     uuid        NOT NULL,
    student_id     uuid        NOT NULL REFERENCES accounts (account_id),
    group_id       uuid        NOT NULL,
    anchor         date        NOT NULL,
    joined_at      timestamptz NOT NULL,
    access_ends_at timestamptz,
    removed_at     timestamptz,
    version        bigint      NOT NULL,
    PRIMARY KEY (product_id, student_id),
    CONSTRAINT a_membership_is_in_a_group_of_its_product
        FOREIGN KEY (product_id, group_id) REFERENCES groups (product_id, group_id)
);
COMMENT ON COLUMN memberships.anchor IS 'the day "N days after purchase" counts from, in the product''s zone';
COMMENT ON COLUMN memberships.access_ends_at IS 'when the last live grant ends or ended; null while one is open';
CREATE INDEX memberships_by_group ON memberships (product_id, group_id, student_id) INCLUDE (access_ends_at);
CREATE INDEX memberships_by_anchor ON memberships (product_id, anchor, student_id);
CREATE INDEX memberships_by_student ON memberships (student_id);

CREATE TABLE grants (
    product_id      uuid        NOT NULL,
    student_id      uuid        NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('PURCHASE', 'IMPORT', 'MANUAL')),
    reference       uuid        NOT NULL,
    group_id        uuid        NOT NULL,
    starts_at       timestamptz NOT NULL,
    ends_at         timestamptz,
    suspended_since timestamptz,
    ended_at        timestamptz,
    ended_because   text        CHECK (ended_because IN ('REMOVED')),
    version         bigint      NOT NULL,
    PRIMARY KEY (product_id, student_id, kind, reference),
    CONSTRAINT a_grant_is_of_a_membership
        FOREIGN KEY (product_id, student_id) REFERENCES memberships (product_id, student_id),
    CONSTRAINT an_ended_grant_says_why CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
COMMENT ON COLUMN grants.reference IS 'the purchase, import or command that gave it';
COMMENT ON COLUMN grants.group_id IS 'the group it led to, which may since be gone: no foreign key';
COMMENT ON COLUMN grants.ends_at IS 'the end agreed beforehand; null for life';

-- What the list searches and sorts by. Apart from memberships, because the trigram index on a row that is moved
-- would make moves several times slower.
CREATE TABLE member_search (
    product_id uuid NOT NULL,
    student_id uuid NOT NULL,
    sort_name  text COLLATE "C" NOT NULL,
    sort_text  text COLLATE "C" NOT NULL,
    PRIMARY KEY (product_id, student_id)
);
CREATE INDEX member_search_by_name ON member_search (product_id, sort_name, student_id);
CREATE INDEX member_search_by_text ON member_search USING gin (sort_text gin_trgm_ops);

-- Every join, move and removal of every student. It outlives groups, so it keeps their names and has no foreign key.
-- A command changes a student at most once: its id (a UUIDv7, so in order of time) completes the key.
CREATE TABLE membership_history (
    product_id      uuid        NOT NULL,
    student_id      uuid        NOT NULL,
    command_id      uuid        NOT NULL,
    at              timestamptz NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('JOINED', 'MOVED', 'REMOVED')),
    cause           text        NOT NULL CHECK (cause IN ('STAFF', 'GROUP_CLOSED', 'IMPORT', 'PURCHASE')),
    reference       uuid,
    actor_id        uuid,
    from_group_id   uuid,
    from_group_name text,
    to_group_id     uuid,
    to_group_name   text,
    anchor_before   date,
    anchor_after    date,
    PRIMARY KEY (product_id, student_id, command_id)
);
