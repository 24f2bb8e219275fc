-- Staff may block a student in a product: group, grants and purchase date stay, access does not.

ALTER TABLE memberships ADD COLUMN blocked_at timestamptz;
COMMENT ON COLUMN memberships.blocked_at IS 'since when staff keep the student out, whatever the grants; null for most';

ALTER TABLE membership_history
    DROP CONSTRAINT membership_history_kind_check,
    ADD CONSTRAINT membership_history_kind_check
        CHECK (kind IN ('JOINED', 'MOVED', 'REMOVED', 'BLOCKED', 'UNBLOCKED'));

-- For the filters of the list. None holds a row of an ordinary student, so that moves of many write nothing here.
CREATE INDEX memberships_blocked ON memberships (product_id, student_id) WHERE blocked_at IS NOT NULL;
CREATE INDEX memberships_removed ON memberships (product_id, student_id) WHERE removed_at IS NOT NULL;
CREATE INDEX memberships_ended ON memberships (product_id, student_id) INCLUDE (access_ends_at)
    WHERE access_ends_at IS NOT NULL AND removed_at IS NULL;
