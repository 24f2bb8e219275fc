-- One account an e-mail address, whatever the areas and products it belongs to.

CREATE TABLE accounts (
    account_id    uuid        NOT NULL PRIMARY KEY,
    email         text        COLLATE "C" NOT NULL UNIQUE CHECK (length(email) BETWEEN 3 AND 254),
    password_hash text,
    locale        text        CHECK (locale IN ('es', 'en', 'pt')),
    created_at    timestamptz NOT NULL,
    activated_at  timestamptz,
    version       bigint      NOT NULL,
    CONSTRAINT activated_with_a_password CHECK ((password_hash IS NULL) = (activated_at IS NULL))
);

-- Only the hash is kept: whoever reads the database cannot use a link.
CREATE TABLE activation_links (
    token_hash bytea       NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    account_id uuid        NOT NULL REFERENCES accounts (account_id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX activation_links_by_account ON activation_links (account_id);
