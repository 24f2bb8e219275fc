-- Imports by hand: each row says for itself what its person becomes and where, so the run has no settings of its own.
-- A row of a pasted list without a group goes to the run's.

ALTER TABLE imports ADD COLUMN area_id uuid;
UPDATE imports i SET area_id = p.area_id FROM products p WHERE p.product_id = i.product_id;
ALTER TABLE imports
    ALTER COLUMN area_id SET NOT NULL,
    ALTER COLUMN group_id DROP NOT NULL,
    ALTER COLUMN group_name DROP NOT NULL,
    ALTER COLUMN default_anchor DROP NOT NULL,
    ALTER COLUMN date_order DROP NOT NULL,
    DROP CONSTRAINT imports_kind_check,
    ADD CONSTRAINT imports_kind_check CHECK (kind IN ('BATCH', 'MANUAL')),
    ADD CONSTRAINT a_pasted_list_and_no_other_has_settings CHECK (
        num_nonnulls(group_id, group_name, default_anchor, date_order) = CASE kind WHEN 'BATCH' THEN 4 ELSE 0 END);
-- The history of all products of an area, the newest first: ids of imports are in order of time.
CREATE INDEX imports_by_area ON imports (area_id, import_id);

ALTER TABLE import_rows RENAME COLUMN student_id TO account_id;
ALTER TABLE import_rows
    ADD COLUMN role text NOT NULL DEFAULT 'STUDENT'
        CHECK (role IN ('STUDENT', 'MODERATOR', 'CONTENT_EDITOR', 'ADMINISTRATOR')),
    ADD COLUMN group_id uuid,
    ADD COLUMN group_name text,
    ADD CONSTRAINT a_row_knows_its_group_by_name CHECK ((group_id IS NULL) = (group_name IS NULL)),
    ADD CONSTRAINT staff_need_no_group CHECK (role = 'STUDENT' OR num_nonnulls(group_id, anchor) = 0);
ALTER TABLE import_rows ALTER COLUMN role DROP DEFAULT;
