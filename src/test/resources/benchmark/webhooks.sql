-- What the bare endpoint writes to: the bytes under a key in order of time, with when they came, and nothing else.
CREATE TABLE bare_hooks (
    entry_id    uuid        NOT NULL PRIMARY KEY,
    received_at timestamptz NOT NULL,
    body        bytea       NOT NULL
)
