-- What a person chose for themselves, and what brought them here first.

ALTER TABLE accounts ADD COLUMN zone text;
COMMENT ON COLUMN accounts.zone IS
    'the zone this person reads times in, by its IANA name; null to read them in the zone of each product';

ALTER TABLE account_links ADD COLUMN product_id uuid;
COMMENT ON COLUMN account_links.product_id IS
    'of an activation link, the product whose mail brings it: who activates by it goes there. It may be gone: no foreign key';
