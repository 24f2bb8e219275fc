-- The reference of the benchmark "moves": the rows go to the other group, and nothing else is written.
UPDATE memberships
SET group_id = :to, version = version + 1
WHERE product_id = :product AND group_id = :from
