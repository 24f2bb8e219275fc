-- A look at the classroom with the eyes of a group or a student. Whoever looks is logged when it begins; it ends by itself.
CREATE TABLE views_as (
    product_id uuid        NOT NULL REFERENCES products (product_id),
    view_id    uuid        NOT NULL,
    viewer_id  uuid        NOT NULL,
    group_id   uuid,
    anchor     date,
    student_id uuid,
    moment     timestamptz,
    ends_at    timestamptz NOT NULL,
    PRIMARY KEY (product_id, view_id),
    CONSTRAINT a_view_is_as_a_group_or_a_student CHECK (num_nonnulls(group_id, student_id) = 1),
    CONSTRAINT a_view_as_a_group_has_a_purchase_date CHECK ((group_id IS NULL) = (anchor IS NULL))
);
COMMENT ON COLUMN views_as.moment IS 'null: the present one, at each request anew';
CREATE INDEX views_as_by_end ON views_as (ends_at);
