-- What students and staff write under pages.

ALTER TABLE groups ADD COLUMN comments text NOT NULL DEFAULT 'OPEN'
    CONSTRAINT a_group_comments_in_one_of_three_ways CHECK (comments IN ('OPEN', 'APPROVED_FIRST', 'OFF'));
COMMENT ON COLUMN groups.comments IS 'whether its students may comment, and whether somebody approves that first';

-- It stays in the group where it was written, whose end it outlives, so it refers to no group; with its page it goes.
CREATE TABLE comments (
    product_id      uuid        NOT NULL,
    comment_id      uuid        NOT NULL,
    page_id         uuid        NOT NULL,
    group_id        uuid        NOT NULL,
    parent_id       uuid,
    author_id       uuid        NOT NULL,
    by_staff        boolean     NOT NULL,
    text            text        CHECK (length(text) BETWEEN 1 AND 5000),
    state           text        COLLATE "C" NOT NULL,
    former_state    text        COLLATE "C",
    moderated_at    timestamptz,
    created_at      timestamptz NOT NULL,
    edited_at       timestamptz,
    deleted_at      timestamptz,
    version         bigint      NOT NULL,
    is_reply        boolean     NOT NULL GENERATED ALWAYS AS (parent_id IS NOT NULL) STORED,
    parent_is_reply boolean     GENERATED ALWAYS AS (CASE WHEN parent_id IS NOT NULL THEN false END) STORED,
    PRIMARY KEY (product_id, comment_id),
    CONSTRAINT a_comment_is_found_below_its_page_and_group
        UNIQUE (product_id, page_id, group_id, is_reply, comment_id),
    CONSTRAINT a_comment_is_of_a_page FOREIGN KEY (product_id, page_id) REFERENCES pages (product_id, page_id),
    CONSTRAINT a_reply_is_one_level_deep_in_its_page_and_group
        FOREIGN KEY (product_id, page_id, group_id, parent_is_reply, parent_id)
        REFERENCES comments (product_id, page_id, group_id, is_reply, comment_id),
    CONSTRAINT a_comment_is_in_a_state CHECK (state IN ('PENDING', 'APPROVED', 'HIDDEN', 'SPAM')),
    CONSTRAINT a_comment_was_in_a_state CHECK (former_state IN ('PENDING', 'APPROVED', 'HIDDEN', 'SPAM')),
    CONSTRAINT an_act_of_moderation_has_its_moment CHECK (former_state IS NULL OR moderated_at IS NOT NULL),
    CONSTRAINT a_deleted_comment_keeps_no_text CHECK ((text IS NULL) = (deleted_at IS NOT NULL)),
    CONSTRAINT replies_are_deleted_altogether CHECK (deleted_at IS NULL OR parent_id IS NULL)
);
COMMENT ON COLUMN comments.by_staff IS 'written as staff of the area, not as a student';
COMMENT ON COLUMN comments.former_state IS 'what undoing the last act of moderation goes back to';
COMMENT ON COLUMN comments.deleted_at IS 'when its author deleted it; it stays, without its text, as long as it has replies';
CREATE INDEX comments_by_parent ON comments (product_id, parent_id, comment_id) WHERE parent_id IS NOT NULL;
CREATE INDEX comments_by_state ON comments (product_id, state, comment_id);
CREATE INDEX comments_by_author ON comments (product_id, author_id);

CREATE TABLE comment_reports (
    product_id  uuid        NOT NULL,
    comment_id  uuid        NOT NULL,
    reporter_id uuid        NOT NULL,
    reported_at timestamptz NOT NULL,
    settled_at  timestamptz,
    PRIMARY KEY (product_id, comment_id, reporter_id),
    CONSTRAINT a_report_is_of_a_comment FOREIGN KEY (product_id, comment_id) REFERENCES comments (product_id, comment_id),
    CONSTRAINT a_report_is_settled_after_it_was_made CHECK (settled_at >= reported_at)
);
COMMENT ON COLUMN comment_reports.settled_at IS 'the moment of the act of moderation that answered it';
CREATE INDEX comment_reports_open ON comment_reports (product_id, comment_id) WHERE settled_at IS NULL;

-- The names of groups that are gone: staff still see what was written there.
CREATE TABLE comment_closed_groups (
    product_id uuid        NOT NULL,
    group_id   uuid        NOT NULL,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    closed_at  timestamptz NOT NULL,
    PRIMARY KEY (product_id, group_id)
);

-- Each day's news for the moderators of an area, in the area's zone. The key keeps a day from being told twice.
CREATE TABLE comment_digests (
    area_id uuid        NOT NULL,
    day     date        NOT NULL,
    cause   uuid        NOT NULL UNIQUE,
    since   timestamptz NOT NULL,
    until   timestamptz NOT NULL,
    PRIMARY KEY (area_id, day),
    CONSTRAINT a_digest_tells_of_a_time CHECK (until >= since)
);

-- Who of an area's staff wants none of it.
CREATE TABLE comment_mail_declined (
    area_id    uuid NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (area_id, account_id)
);
