-- Which invoice of a subscription a payment was for: where money goes back, Stripe names the payment alone.
CREATE TABLE invoice_payments (
    area_id uuid NOT NULL REFERENCES areas (area_id),
    payment text COLLATE "C" NOT NULL CHECK (length(payment) BETWEEN 1 AND 200),
    invoice text COLLATE "C" NOT NULL CHECK (length(invoice) BETWEEN 1 AND 200),
    PRIMARY KEY (area_id, payment)
);
COMMENT ON COLUMN invoice_payments.payment IS 'a payment intent of Stripe''s, or the charge where there is none';

COMMENT ON COLUMN inbox_entries.unlinked IS 'the vendor''s products ("p:ID") and offers ("o:ID:CODE") it names that are ours by no link, and the payment of Stripe''s ("s:ID") it waits for';
