-- For the filter of suspended students. It holds no row of an ordinary student, so that moves of many write nothing here.
CREATE INDEX memberships_suspended ON memberships (product_id, student_id) WHERE suspended_at IS NOT NULL;
