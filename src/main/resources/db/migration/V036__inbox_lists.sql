-- The lists of the purchase inbox, each in the order of an index; what was not worked on yet is in neither.
CREATE INDEX inbox_by_event ON inbox_entries (area_id, event, entry_id) WHERE event IS NOT NULL;
CREATE INDEX inbox_by_product ON inbox_entries (area_id, product_id, entry_id) WHERE product_id IS NOT NULL;

-- Whom a change of a product's settings concerns.
CREATE INDEX sale_events_in_doubt ON sale_events (product_id, buyer) WHERE kind IN ('DISPUTED', 'OVERDUE');
CREATE INDEX purchases_suspended ON purchases (product_id) WHERE state = 'SUSPENDED';

-- Of no list at all its length is null, and a check that is null lets pass.
ALTER TABLE inbox_entries
    DROP CONSTRAINT what_is_unlinked_says_so,
    ADD CONSTRAINT what_is_unlinked_says_so CHECK (state <> 'UNLINKED' OR coalesce(cardinality(unlinked), 0) > 0);
