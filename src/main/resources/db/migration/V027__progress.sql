-- What students opened and finished, and a mark by which a reader knows that what it holds of a product's modules, pages
-- and rules is still so.

ALTER TABLE outlines ADD COLUMN changed_by bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN outlines.changed_by IS
    'the transaction that last changed a module, a page or a rule of the product; written by triggers';

CREATE FUNCTION mark_outline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE outlines SET changed_by = pg_current_xact_id()::text::bigint
    WHERE product_id = CASE TG_OP WHEN 'DELETE' THEN OLD.product_id ELSE NEW.product_id END
        AND changed_by <> pg_current_xact_id()::text::bigint;
    RETURN NULL;
END $$;

CREATE TRIGGER modules_mark_outline AFTER INSERT OR UPDATE OR DELETE ON modules
    FOR EACH ROW EXECUTE FUNCTION mark_outline();
CREATE TRIGGER pages_mark_outline AFTER INSERT OR UPDATE OR DELETE ON pages
    FOR EACH ROW EXECUTE FUNCTION mark_outline();
CREATE TRIGGER content_rules_mark_outline AFTER INSERT OR UPDATE OR DELETE ON content_rules
    FOR EACH ROW EXECUTE FUNCTION mark_outline();
CREATE TRIGGER group_rules_mark_outline AFTER INSERT OR UPDATE OR DELETE ON group_rules
    FOR EACH ROW EXECUTE FUNCTION mark_outline();

-- It outlives the pages and memberships it tells of, as evidence has to: no foreign keys.
CREATE TABLE page_progress (
    product_id      uuid        NOT NULL,
    student_id      uuid        NOT NULL,
    page_id         uuid        NOT NULL,
    first_opened_at timestamptz NOT NULL,
    last_opened_at  timestamptz NOT NULL,
    openings        int         NOT NULL CHECK (openings > 0),
    done_at         timestamptz,
    video_seconds   int         NOT NULL DEFAULT 0 CHECK (video_seconds BETWEEN 0 AND 1000000),
    PRIMARY KEY (product_id, student_id, page_id),
    CONSTRAINT a_page_is_opened_first_and_last_in_order CHECK (last_opened_at >= first_opened_at)
);
COMMENT ON COLUMN page_progress.openings IS 'how often it was opened; what follows within half an hour is the same opening';
COMMENT ON COLUMN page_progress.video_seconds IS 'where its uploaded video was left';

CREATE TABLE student_activity (
    product_id     uuid        NOT NULL,
    student_id     uuid        NOT NULL,
    last_active_at timestamptz NOT NULL,
    last_page_id   uuid        NOT NULL,
    PRIMARY KEY (product_id, student_id)
);
CREATE INDEX student_activity_by_moment ON student_activity (product_id, last_active_at) INCLUDE (student_id, last_page_id);
