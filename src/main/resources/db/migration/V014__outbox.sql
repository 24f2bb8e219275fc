-- Mail on its way. Written in the transaction of its cause, by the million: rows are narrow, refer to nothing (a log of
-- what happened), and the key is in order of time because causes are. One message of a kind for a cause and an account.

CREATE TABLE outbox (
    cause      uuid        NOT NULL,
    account_id uuid        NOT NULL,
    area_id    uuid,
    product_id uuid,
    due_at     timestamptz NOT NULL,
    sent_at    timestamptz,
    attempts   smallint    NOT NULL DEFAULT 0,
    sending    smallint    NOT NULL DEFAULT 1,
    bulk       boolean     NOT NULL,
    kind       text        COLLATE "C" NOT NULL,
    state      text        COLLATE "C" NOT NULL,
    address    text        COLLATE "C",
    failure    text,
    PRIMARY KEY (cause, account_id, kind),
    CONSTRAINT a_message_is_in_a_state CHECK (state IN ('HELD', 'WAITING', 'SENT', 'GIVEN_UP', 'WITHDRAWN')),
    CONSTRAINT what_was_sent_knows_when CHECK (state <> 'SENT' OR sent_at IS NOT NULL)
);
COMMENT ON COLUMN outbox.due_at IS 'when it may be sent, or be tried again';
COMMENT ON COLUMN outbox.attempts IS 'how often the mail server was asked, in this sending';
COMMENT ON COLUMN outbox.sending IS 'counted up when staff have it sent again, which makes another Message-ID';
COMMENT ON COLUMN outbox.bulk IS 'sent to many; what somebody asked for goes first';
COMMENT ON COLUMN outbox.address IS 'null for the account''s own; kept no longer than it is needed';
COMMENT ON COLUMN outbox.failure IS 'the last words of the mail server, without addresses';

-- What waits, in the order it is sent in; a message leaves the index when it is sent.
CREATE INDEX outbox_waiting ON outbox (bulk, due_at) WHERE state = 'WAITING';
-- The page of an area, all of it or by state, and a person's messages.
CREATE INDEX outbox_by_area ON outbox (area_id, state, cause, account_id);
CREATE INDEX outbox_by_account ON outbox (account_id, cause);

-- What was said, with the secrets of its links masked. Kept for 90 days.
CREATE TABLE outbox_bodies (
    cause      uuid        NOT NULL,
    account_id uuid        NOT NULL,
    kind       text        COLLATE "C" NOT NULL,
    sending    smallint    NOT NULL,
    sent_at    timestamptz NOT NULL,
    address    text        COLLATE "C" NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    PRIMARY KEY (cause, account_id, kind, sending)
);
CREATE INDEX outbox_bodies_by_time ON outbox_bodies USING brin (sent_at);

-- There is a row while the mail server cannot be reached: whichever node meets that first writes it.
CREATE TABLE mail_outage (
    one      boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (one),
    since    timestamptz NOT NULL,
    retry_at timestamptz NOT NULL
);

-- How an area signs its mail; without a name of its own for that, by its name.
ALTER TABLE areas
    ADD COLUMN sender_name text CHECK (length(sender_name) BETWEEN 1 AND 100),
    ADD COLUMN reply_to    text COLLATE "C" CHECK (length(reply_to) BETWEEN 3 AND 254);
