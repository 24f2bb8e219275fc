-- Links to choose another password, for who forgot theirs.
ALTER TABLE account_links
    DROP CONSTRAINT account_links_purpose_check,
    ADD CONSTRAINT account_links_purpose_check
        CHECK (purpose IN ('ACTIVATION', 'ADDRESS_CHANGE', 'PASSWORD_RESET'));

COMMENT ON TABLE account_links IS
    'links that can be used; of those for activation also, for a time, expired ones: whoever holds one may ask for another';
COMMENT ON TABLE sign_in_limits IS
    'how often a password may still be tried, or a link asked for';
