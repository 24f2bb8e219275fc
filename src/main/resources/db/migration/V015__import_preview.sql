-- A million lines take minutes.
SET LOCAL statement_timeout = 0;

-- Lists are read by a job and shown before anybody is brought in: a preview is an import that nobody has confirmed.

-- Refused lines that were corrected on the preview, so that they are still so when the list is read again.
CREATE TABLE import_edits (
    product_id uuid    NOT NULL,
    import_id  uuid    NOT NULL,
    line       integer NOT NULL,
    raw        text    NOT NULL,
    PRIMARY KEY (product_id, import_id, line)
);

-- The text or file as it came, in parts, so that none of it need be in memory whole.
CREATE TABLE import_parts (
    product_id uuid    NOT NULL,
    import_id  uuid    NOT NULL,
    part       integer NOT NULL,
    bytes      bytea   NOT NULL,
    PRIMARY KEY (product_id, import_id, part)
);
INSERT INTO import_parts SELECT product_id, import_id, 1, convert_to(text, 'UTF8') FROM import_texts;
DROP TABLE import_texts;

ALTER TABLE imports
    ADD COLUMN file_name   text,
    ADD COLUMN choices     jsonb,
    ADD COLUMN findings    jsonb,
    ADD COLUMN obstacle    text CHECK (obstacle IN ('EMPTY', 'TOO_MANY_LINES', 'DATES_CONTRADICT')),
    ADD COLUMN read_lines  integer NOT NULL DEFAULT 0,
    ADD COLUMN new_students          integer NOT NULL DEFAULT 0,
    ADD COLUMN new_staff             integer NOT NULL DEFAULT 0,
    ADD COLUMN here                  integer NOT NULL DEFAULT 0,
    ADD COLUMN elsewhere             integer NOT NULL DEFAULT 0,
    ADD COLUMN other_date            integer NOT NULL DEFAULT 0,
    ADD COLUMN moves       boolean NOT NULL DEFAULT false,
    ADD COLUMN redates     boolean NOT NULL DEFAULT false,
    ADD COLUMN all_or_none boolean NOT NULL DEFAULT false,
    ADD COLUMN holds_mail  boolean NOT NULL DEFAULT false,
    ADD COLUMN confirmed_by uuid,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN cancelled_by uuid,
    ADD COLUMN moved       integer NOT NULL DEFAULT 0,
    ADD COLUMN redated     integer NOT NULL DEFAULT 0,
    ADD COLUMN left_out    integer NOT NULL DEFAULT 0,
    ADD COLUMN enrolled    integer NOT NULL DEFAULT 0,
    DROP CONSTRAINT imports_state_check,
    ADD CONSTRAINT imports_state_check
        CHECK (state IN ('READING', 'PREVIEW', 'WAITING', 'RUNNING', 'FINISHED', 'CANCELLED')),
    DROP CONSTRAINT no_line_is_lost;
UPDATE imports SET confirmed_by = started_by, confirmed_at = created_at;
ALTER TABLE imports
    ADD CONSTRAINT no_line_is_lost CHECK (state NOT IN ('FINISHED', 'CANCELLED')
        OR imported + moved + redated + unchanged + refused + left_out = lines),
    ADD CONSTRAINT what_runs_was_confirmed CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)
        AND (state IN ('READING', 'PREVIEW') OR confirmed_by IS NOT NULL)),
    ADD CONSTRAINT what_has_an_obstacle_does_not_run CHECK (obstacle IS NULL OR confirmed_by IS NULL);
COMMENT ON COLUMN imports.choices IS 'what was settled by hand of how to read the list';
COMMENT ON COLUMN imports.confirmed_by IS 'who agreed to it, of a list that needs no preview before it is read';
COMMENT ON COLUMN imports.findings IS 'how the list was read';
COMMENT ON COLUMN imports.enrolled IS 'students among the imported, who count in the quota';
COMMENT ON COLUMN imports.left_out IS 'lines that were not reached before it was cancelled';
-- Those that have work to do, in the order in which they take turns.
CREATE INDEX imports_under_way ON imports (area_id, confirmed_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX imports_unconfirmed ON imports (created_at) WHERE state IN ('READING', 'PREVIEW');

-- A row is written once, while the list is read, with how its person stands. What becomes of it follows from that, the
-- run's options and how far the run has come; it is written only where it came otherwise. So a run of a million
-- lines does not write a million rows a second time.
ALTER TABLE import_rows
    ADD COLUMN standing text CHECK (standing IN ('NEW', 'HERE', 'ELSEWHERE', 'OTHER_DATE', 'BOTH', 'REFUSED')),
    ADD COLUMN own_date boolean NOT NULL DEFAULT false,
    ADD COLUMN notice   text,
    ADD COLUMN notice_detail text,
    ALTER COLUMN raw DROP NOT NULL,
    ALTER COLUMN outcome DROP NOT NULL,
    DROP CONSTRAINT import_rows_outcome_check,
    DROP CONSTRAINT a_refused_line_says_why;
UPDATE import_rows SET
    standing = CASE outcome WHEN 'REFUSED' THEN 'REFUSED' WHEN 'UNCHANGED' THEN 'HERE' ELSE 'NEW' END,
    own_date = anchor IS NOT NULL,
    outcome = CASE WHEN outcome = 'IMPORTED' THEN outcome END,
    raw = CASE WHEN outcome = 'REFUSED' THEN raw END;
ALTER TABLE import_rows
    ALTER COLUMN standing SET NOT NULL,
    ADD CONSTRAINT import_rows_outcome_check CHECK (outcome IN ('IMPORTED', 'MOVED', 'REDATED', 'UNCHANGED')),
    ADD CONSTRAINT a_refused_line_says_why CHECK ((standing = 'REFUSED') = (problem IS NOT NULL));
COMMENT ON COLUMN import_rows.raw IS 'as it was pasted, of a line that is refused';
COMMENT ON COLUMN import_rows.standing IS 'how its person stood when the list was read or checked again';
COMMENT ON COLUMN import_rows.account_id IS 'the account of its person, or the id a new one gets';
COMMENT ON COLUMN import_rows.outcome IS 'what became of it, where that does not follow';
COMMENT ON COLUMN import_rows.notice IS 'something odd; the line is taken all the same';
CREATE INDEX import_rows_by_standing ON import_rows (product_id, import_id, standing, line) WHERE standing <> 'NEW';
CREATE INDEX import_rows_by_email ON import_rows (product_id, email, import_id);
