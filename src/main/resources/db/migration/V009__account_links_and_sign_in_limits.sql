-- Links of every kind that reach one person alone. A row is a link that can still be used: a used or void one is gone,
-- and with it the address it may name.
ALTER TABLE activation_links RENAME TO account_links;
ALTER INDEX activation_links_pkey RENAME TO account_links_pkey;
ALTER INDEX activation_links_by_account RENAME TO account_links_by_account;
DELETE FROM account_links WHERE used_at IS NOT NULL;
ALTER TABLE account_links
    DROP COLUMN used_at,
    ADD COLUMN purpose text NOT NULL DEFAULT 'ACTIVATION' CHECK (purpose IN ('ACTIVATION', 'ADDRESS_CHANGE')),
    ADD COLUMN new_email text COLLATE "C" CHECK (length(new_email) BETWEEN 3 AND 254),
    ADD CONSTRAINT a_link_to_another_address_names_it
        CHECK ((purpose = 'ADDRESS_CHANGE') = (new_email IS NOT NULL));
ALTER TABLE account_links ALTER COLUMN purpose DROP DEFAULT;

-- How often a password may still be tried, by source, by address, and by both: only hashes of them. Whatever lies
-- well in the past means nothing and is cleaned away every hour, so no index is worth its writes.
CREATE TABLE sign_in_limits (
    key_hash bytea       NOT NULL PRIMARY KEY CHECK (length(key_hash) = 32),
    full_at  timestamptz NOT NULL
);
COMMENT ON COLUMN sign_in_limits.full_at IS 'when all tries are there again; of a turn, when it comes';
