-- A million people take minutes.
SET LOCAL statement_timeout = 0;

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

-- The people of an area in one list, sorted and searched as the students of a product are. The program makes sort_name
-- (PlainText.sortKey); for names that are there already PostgreSQL comes as near as it can, and for names in Latin,
-- Greek or Cyrillic letters it makes the same.
ALTER TABLE people ADD COLUMN sort_name text COLLATE "C", ADD COLUMN sort_text text COLLATE "C";
WITH known AS (
    SELECT area_id, account_id, lower(
        regexp_replace(
            normalize(regexp_replace(name, '[[:space:]\u00A0\u1680\u2000-\u200B\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'), NFKD),
            '[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]+', '', 'g')
        COLLATE "pg_unicode_fast") AS sort_name
    FROM people
)
UPDATE people p SET sort_name = known.sort_name, sort_text = known.sort_name || ' ' || a.email
FROM known JOIN accounts a USING (account_id)
WHERE p.area_id = known.area_id AND p.account_id = known.account_id;
ALTER TABLE people ALTER COLUMN sort_name SET NOT NULL, ALTER COLUMN sort_text SET NOT NULL;
COMMENT ON COLUMN people.sort_text IS 'sort_name and the address of the account';
CREATE INDEX people_by_name ON people (area_id, sort_name, account_id);
CREATE INDEX people_by_text ON people USING gin (sort_text gin_trgm_ops);
