-- What an import of :product writes, set-wise, with the product's own constraints and indexes. The rows lie in the
-- temporary table incoming (line, name, email, anchor), COPYed within the same transaction.

INSERT INTO accounts (account_id, email, created_at, version)
SELECT uuidv7(), email, now(), 0 FROM incoming ORDER BY email COLLATE "C"
ON CONFLICT (email) DO NOTHING;

CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS
SELECT a.account_id, i.* FROM incoming i JOIN accounts a USING (email);

INSERT INTO people (area_id, account_id, name, created_at, sort_name, sort_text)
SELECT :area, account_id, name, now(), lower(name), lower(name) || ' ' || email FROM arriving ORDER BY account_id
ON CONFLICT (area_id, account_id) DO NOTHING;

CREATE TEMPORARY TABLE joined (student_id uuid NOT NULL, anchor date NOT NULL) ON COMMIT DROP;
WITH new AS (
    INSERT INTO memberships AS m (product_id, student_id, group_id, anchor, joined_at, version)
    SELECT :product, account_id, :group, anchor, now(), 0 FROM arriving ORDER BY account_id
    ON CONFLICT (product_id, student_id) DO UPDATE
    SET group_id = EXCLUDED.group_id, anchor = EXCLUDED.anchor, access_ends_at = NULL, removed_at = NULL,
        version = m.version + 1
    WHERE m.access_ends_at <= now() AND m.blocked_at IS NULL
    RETURNING student_id, anchor
)
INSERT INTO joined SELECT student_id, anchor FROM new;

INSERT INTO member_search (product_id, student_id, sort_name, sort_text)
SELECT :product, p.account_id, p.sort_name, p.sort_text
FROM joined j JOIN people p ON p.area_id = :area AND p.account_id = j.student_id
ON CONFLICT (product_id, student_id) DO NOTHING;

INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, version)
SELECT :product, student_id, 'IMPORT', :import, :group, now(), 0 FROM joined;

INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, reference, actor_id, to_group_id,
    to_group_name, anchor_after)
SELECT :product, student_id, :import, now(), 'JOINED', 'IMPORT', :import, :actor, :group, 'Grupo general', anchor
FROM joined;

INSERT INTO import_rows (product_id, import_id, line, name, email, role, anchor, own_date, standing, account_id)
SELECT :product, :import, a.line, a.name, a.email, 'STUDENT', a.anchor, true,
    CASE WHEN j.student_id IS NULL THEN 'HERE' ELSE 'NEW' END, a.account_id
FROM arriving a LEFT JOIN joined j ON j.student_id = a.account_id
ORDER BY a.line;

INSERT INTO outbox (cause, account_id, area_id, product_id, due_at, kind, state, bulk)
SELECT :import, student_id, :area, :product, now(), 'ENROLLED', 'WAITING', true FROM joined ORDER BY student_id;
