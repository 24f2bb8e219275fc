-- What a producer sees of a product's students: when a page counts as done, and when each account signed in.

ALTER TABLE products ADD COLUMN done_at_end boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN products.done_at_end IS 'whether who reaches the end of a page has done it; else students mark it themselves';

-- A log that serves as evidence: no foreign keys. Where somebody signed in from is not kept, only with what.
CREATE TABLE sign_ins (
    account_id   uuid        NOT NULL,
    signed_in_at timestamptz NOT NULL,
    browser      text        CHECK (length(browser) BETWEEN 1 AND 60),
    system       text        CHECK (length(system) BETWEEN 1 AND 60),
    PRIMARY KEY (account_id, signed_in_at)
);
COMMENT ON TABLE sign_ins IS 'kept for two years';
COMMENT ON COLUMN sign_ins.browser IS 'as it calls itself; null if it says nothing, or was not noted';
CREATE INDEX sign_ins_by_time ON sign_ins USING brin (signed_in_at);

INSERT INTO sign_ins (account_id, signed_in_at)
SELECT account_id, last_signed_in_at FROM accounts WHERE last_signed_in_at IS NOT NULL
ORDER BY last_signed_in_at;

-- What students have done, read in their order without a look at the table: by each figure of all of them.
CREATE INDEX page_progress_done ON page_progress (product_id, student_id, page_id) WHERE done_at IS NOT NULL;
