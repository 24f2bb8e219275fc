-- What a producer sees of a product's students: when a page counts as done, and when each account signed in.

ALTER TABLE products ADD COLUMN done_at_end boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN products.done_at_end IS 'whether who reaches the end of a page has done it; else students mark it themselves';

