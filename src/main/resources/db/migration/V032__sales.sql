-- Sales: what providers report, what it says of purchases, and the access those give (product.md 1.9, 1.12, D1 to D7).

-- How long what is bought through an offer lasts: for life, for some days, or for a period that is paid for again.
ALTER TABLE offers
    ADD COLUMN access_days integer CHECK (access_days BETWEEN 1 AND 36500),
    ADD COLUMN period      text    COLLATE "C" CHECK (period IN ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
    ADD CONSTRAINT an_offer_lasts_in_one_way CHECK (num_nonnulls(access_days, period) <= 1);
COMMENT ON COLUMN offers.access_days IS 'of a single payment; null for life, or of a subscription';
COMMENT ON COLUMN offers.period IS 'of a subscription; null of a single payment';

-- A purchase's grant knows when it began to decide on the group, and for whom the anchor counts.
ALTER TABLE grants
    ADD COLUMN anchor    date,
    ADD COLUMN routes_at timestamptz,
    DROP CONSTRAINT grants_ended_because_check,
    ADD CONSTRAINT grants_ended_because_check CHECK (ended_because IN
        ('REMOVED', 'UNDONE', 'REFUNDED', 'CHARGED_BACK', 'CANCELLED', 'EXPIRED'));
COMMENT ON COLUMN grants.anchor IS 'the day of a purchase, in the product''s zone; null for an import, whose day is in the history';
COMMENT ON COLUMN grants.routes_at IS 'since when the offer behind it decides on the group; null where it follows the default';

ALTER TABLE memberships
    ADD COLUMN suspended_at timestamptz,
    ADD COLUMN placed_by    uuid,
    ADD CONSTRAINT who_is_suspended_is_not_in
        CHECK (suspended_at IS NULL OR access_ends_at IS NOT NULL);
COMMENT ON COLUMN memberships.suspended_at IS 'since when every grant that is left is suspended; null otherwise';
COMMENT ON COLUMN memberships.placed_by IS 'the grant or move that last decided on the group; null until a purchase does';

ALTER TABLE membership_history
    DROP CONSTRAINT membership_history_kind_check,
    ADD CONSTRAINT membership_history_kind_check CHECK (kind IN
        ('JOINED', 'MOVED', 'REMOVED', 'BLOCKED', 'UNBLOCKED', 'ENDED', 'SUSPENDED', 'RESUMED'));

-- How a product's purchases end when money is in doubt.
CREATE TABLE sale_settings (
    product_id uuid    NOT NULL PRIMARY KEY REFERENCES products (product_id),
    on_dispute text    COLLATE "C" NOT NULL DEFAULT 'SUSPEND' CHECK (on_dispute IN ('SUSPEND', 'KEEP')),
    on_overdue text    COLLATE "C" NOT NULL DEFAULT 'SUSPEND' CHECK (on_overdue IN ('SUSPEND', 'KEEP')),
    version    bigint  NOT NULL DEFAULT 0
);

-- What is known of purchases, each thing once; never changed, and never read in the order it came in (D6). Where its
-- offer led is kept with it: another link of that offer is for later buyers.
CREATE TABLE sale_events (
    product_id   uuid        NOT NULL REFERENCES products (product_id),
    source       text        COLLATE "C" NOT NULL CHECK (source IN ('OWN', 'HOTMART', 'STRIPE')),
    event_key    text        COLLATE "C" NOT NULL CHECK (length(event_key) BETWEEN 1 AND 200),
    kind         text        COLLATE "C" NOT NULL CHECK (kind IN ('APPROVED', 'COMPLETED', 'REFUNDED', 'CHARGED_BACK',
        'PARTLY_REFUNDED', 'DISPUTED', 'OVERDUE', 'CANCELLED', 'EXPIRED', 'ENDING', 'SWITCHED', 'RESCHEDULED')),
    occurred_at  timestamptz NOT NULL,
    transaction  text        COLLATE "C",
    subscription text        COLLATE "C",
    buyer        text        COLLATE "C" NOT NULL,
    buyer_name   text,
    paid_until   timestamptz,
    approved_at  timestamptz,
    anchor       date,
    offer_id     uuid,
    group_id     uuid,
    linked       boolean,
    access_until timestamptz,
    amount_minor bigint      CHECK (amount_minor >= 0),
    currency     char(3),
    coupon       text,
    entry_id     uuid,
    PRIMARY KEY (product_id, source, event_key),
    CONSTRAINT an_event_is_of_something CHECK (num_nonnulls(transaction, subscription) >= 1),
    CONSTRAINT what_leads_to_a_group_knows_when CHECK
        (num_nonnulls(approved_at, anchor, group_id, linked) IN (0, 4)),
    CONSTRAINT money_has_a_currency CHECK (num_nonnulls(amount_minor, currency) IN (0, 2))
);
COMMENT ON COLUMN sale_events.event_key IS 'the provider''s id of the event';
COMMENT ON COLUMN sale_events.group_id IS 'the group its offer led to when this was recorded, which may since be gone';
COMMENT ON COLUMN sale_events.access_until IS 'the end agreed with the payment; null for life, or until the provider says so';
COMMENT ON COLUMN sale_events.entry_id IS 'the inbox entry it was read from; null for one of our own';
CREATE INDEX sale_events_by_buyer ON sale_events (product_id, buyer);
CREATE INDEX sale_events_by_transaction ON sale_events (product_id, transaction);
CREATE INDEX sale_events_by_subscription ON sale_events (product_id, subscription) WHERE subscription IS NOT NULL;

-- Purchases as their events make them: a subscription, or a single payment. Computed anew whenever one is added.
CREATE TABLE purchases (
    product_id      uuid        NOT NULL REFERENCES products (product_id),
    purchase_id     uuid        NOT NULL,
    area_id         uuid        NOT NULL,
    source          text        COLLATE "C" NOT NULL,
    reference       text        COLLATE "C" NOT NULL,
    buyer           text        COLLATE "C" NOT NULL,
    student_id      uuid        REFERENCES accounts (account_id),
    state           text        COLLATE "C" NOT NULL CHECK (state IN ('PENDING', 'LIVE', 'SUSPENDED', 'ENDED')),
    subscription    boolean     NOT NULL,
    payments        integer     NOT NULL CHECK (payments >= 0),
    approved_at     timestamptz,
    anchor          date,
    offer_id        uuid,
    group_id        uuid,
    ends_at         timestamptz,
    suspended_since timestamptz,
    ended_at        timestamptz,
    ended_because   text        COLLATE "C",
    amount_minor    bigint,
    currency        char(3),
    coupon          text,
    completed_at    timestamptz,
    attention       text        COLLATE "C",
    looked          boolean     NOT NULL DEFAULT false,
    counts          boolean     NOT NULL,
    changed_at      timestamptz NOT NULL,
    PRIMARY KEY (product_id, purchase_id),
    CONSTRAINT a_purchase_is_there_once UNIQUE (product_id, source, reference),
    CONSTRAINT a_paid_purchase_has_a_buyer CHECK ((state = 'PENDING') = (approved_at IS NULL)
        AND (state = 'PENDING' OR student_id IS NOT NULL)),
    CONSTRAINT an_ended_purchase_says_why CHECK ((ended_at IS NULL) = (ended_because IS NULL))
);
COMMENT ON COLUMN purchases.reference IS 'the provider''s code of the subscription or, of a single payment, of the transaction';
COMMENT ON COLUMN purchases.approved_at IS 'the first payment; null while none is approved';
COMMENT ON COLUMN purchases.amount_minor IS 'of the first payment, in the smallest unit of its currency';
COMMENT ON COLUMN purchases.attention IS 'why staff should look at it; null where they need not';
COMMENT ON COLUMN purchases.looked IS 'whether staff have looked at it since';
COMMENT ON COLUMN purchases.counts IS 'whether its first payment was approved and not given back, and so adds to the quota of imports (D12)';
CREATE INDEX purchases_by_student ON purchases (product_id, student_id);
CREATE INDEX purchases_by_day ON purchases (area_id, approved_at, purchase_id) WHERE approved_at IS NOT NULL;
CREATE INDEX purchases_by_product_and_day ON purchases (product_id, approved_at, purchase_id) WHERE approved_at IS NOT NULL;
CREATE INDEX purchases_that_count ON purchases (area_id) WHERE counts;
CREATE INDEX purchases_to_look_at ON purchases (area_id, changed_at) WHERE attention IS NOT NULL AND NOT looked;
-- What runs out by itself, for the job that then lets another grant decide.
CREATE INDEX purchases_that_run_out ON purchases (ends_at) WHERE ends_at IS NOT NULL AND state IN ('LIVE', 'SUSPENDED');
