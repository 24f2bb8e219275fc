-- Imports can be taken back (product.md D21).

-- Somebody who signed in after an import has been where it brought them.
ALTER TABLE accounts ADD COLUMN last_signed_in_at timestamptz;

-- A run's own grants end because it is undone; what was done to a membership by that is written down as such. The
-- entry's reference is the import that is taken back.
ALTER TABLE grants
    DROP CONSTRAINT grants_ended_because_check,
    ADD CONSTRAINT grants_ended_because_check CHECK (ended_because IN ('REMOVED', 'UNDONE'));
ALTER TABLE membership_history
    DROP CONSTRAINT membership_history_cause_check,
    ADD CONSTRAINT membership_history_cause_check
        CHECK (cause IN ('STAFF', 'GROUP_CLOSED', 'IMPORT', 'PURCHASE', 'UNDO'));

-- An undo is a run of its own in the history: shown, confirmed, run in chunks and cancelled as the others are.
ALTER TABLE imports
    ADD COLUMN undoes    uuid,
    ADD COLUMN taken_out integer NOT NULL DEFAULT 0,
    ADD COLUMN list_gone boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT imports_kind_check,
    ADD CONSTRAINT imports_kind_check CHECK (kind IN ('BATCH', 'MANUAL', 'UNDO')),
    ADD CONSTRAINT an_undo_and_no_other_undoes CHECK ((kind = 'UNDO') = (undoes IS NOT NULL)),
    DROP CONSTRAINT no_line_is_lost,
    ADD CONSTRAINT no_line_is_lost CHECK (state NOT IN ('FINISHED', 'CANCELLED')
        OR imported + moved + redated + taken_out + unchanged + refused + left_out = lines),
    ADD CONSTRAINT only_an_undo_takes_out CHECK (CASE kind WHEN 'UNDO' THEN imported + refused ELSE taken_out END = 0);
COMMENT ON COLUMN imports.undoes IS 'the import of the same product that it takes back';
COMMENT ON COLUMN imports.taken_out IS 'people whose place or role an undo ended';
COMMENT ON COLUMN imports.list_gone IS 'whether the list as it came and its refused lines were deleted by age';
CREATE INDEX imports_undoing ON imports (product_id, undoes, import_id) WHERE undoes IS NOT NULL;
-- Of two who undo an import at once, the second finds the undo of the first; and what is undone is so once.
CREATE UNIQUE INDEX an_import_is_undone_once ON imports (product_id, undoes)
    WHERE undoes IS NOT NULL AND state <> 'CANCELLED';
CREATE INDEX imports_with_lists ON imports (created_at) WHERE kind <> 'UNDO' AND NOT list_gone;

-- What becomes of each person an import brought in, moved or gave another date, by its line there.
CREATE TABLE import_undo_rows (
    product_id  uuid    NOT NULL,
    import_id   uuid    NOT NULL,
    line        integer NOT NULL,
    account_id  uuid    NOT NULL,
    effect      text    COLLATE "C" NOT NULL
        CHECK (effect IN ('LEAVES', 'ROLE_ENDS', 'MOVES_BACK', 'DATE_RETURNS', 'KEPT')),
    group_gone  boolean NOT NULL DEFAULT false,
    because     text[],
    from_group  text,
    to_group    text,
    from_anchor date,
    to_anchor   date,
    PRIMARY KEY (product_id, import_id, line),
    CONSTRAINT who_is_kept_is_so_for_a_reason
        CHECK ((effect = 'KEPT') = (because IS NOT NULL) AND (because IS NULL OR cardinality(because) > 0))
);
COMMENT ON COLUMN import_undo_rows.import_id IS 'the undo, not the import it takes back';
COMMENT ON COLUMN import_undo_rows.group_gone IS 'whether the former group is gone, so that the default takes its place';
CREATE INDEX import_undo_rows_by_effect ON import_undo_rows (product_id, import_id, effect, line);
