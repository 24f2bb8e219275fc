-- Which group sees which module or page, and when. What is not said of a page is as its module has it; what is not said
-- of a module either: all groups, at once, without end.

CREATE TABLE content_rules (
    product_id uuid   NOT NULL,
    module_id  uuid,
    page_id    uuid,
    subject_id uuid   NOT NULL GENERATED ALWAYS AS (coalesce(page_id, module_id)) STORED,
    audience   text   NOT NULL CHECK (audience IN ('INHERITED', 'ALL', 'CHOSEN')),
    version    bigint NOT NULL,
    PRIMARY KEY (product_id, subject_id),
    CONSTRAINT a_rule_is_of_a_module_or_a_page CHECK (num_nonnulls(module_id, page_id) = 1),
    CONSTRAINT a_module_inherits_from_nothing CHECK (page_id IS NOT NULL OR audience <> 'INHERITED'),
    FOREIGN KEY (product_id, module_id) REFERENCES modules (product_id, module_id),
    FOREIGN KEY (product_id, page_id) REFERENCES pages (product_id, page_id)
);
COMMENT ON COLUMN content_rules.audience IS 'ALL: future groups too; CHOSEN: those in_audience of group_rules';

CREATE TABLE group_rules (
    product_id   uuid    NOT NULL,
    subject_id   uuid    NOT NULL,
    group_id     uuid    NOT NULL,
    in_audience  boolean NOT NULL,
    release      text    CHECK (release IN ('AT_ONCE', 'AFTER_PURCHASE', 'ON_DAY')),
    release_days int     CHECK (release_days BETWEEN 0 AND 36500),
    release_day  date,
    expiry       text    CHECK (expiry IN ('NEVER', 'AFTER_PURCHASE', 'AFTER_RELEASE', 'ON_DAY')),
    expiry_days  int     CHECK (expiry_days BETWEEN 1 AND 36500),
    expiry_day   date,
    PRIMARY KEY (product_id, subject_id, group_id),
    CONSTRAINT a_group_rule_is_of_a_rule
        FOREIGN KEY (product_id, subject_id) REFERENCES content_rules (product_id, subject_id),
    CONSTRAINT a_rule_is_for_a_group_of_its_product
        FOREIGN KEY (product_id, group_id) REFERENCES groups (product_id, group_id),
    CONSTRAINT a_schedule_is_replaced_as_a_whole CHECK ((release IS NULL) = (expiry IS NULL)),
    CONSTRAINT a_release_has_what_it_needs CHECK (
        (coalesce(release, '') = 'AFTER_PURCHASE') = (release_days IS NOT NULL)
        AND (coalesce(release, '') = 'ON_DAY') = (release_day IS NOT NULL)),
    CONSTRAINT an_expiry_has_what_it_needs CHECK (
        (coalesce(expiry, '') IN ('AFTER_PURCHASE', 'AFTER_RELEASE')) = (expiry_days IS NOT NULL)
        AND (coalesce(expiry, '') = 'ON_DAY') = (expiry_day IS NOT NULL)),
    CONSTRAINT an_expiry_comes_after_its_release CHECK (
        NOT (release = 'ON_DAY' AND expiry = 'ON_DAY' AND expiry_day < release_day)
        AND NOT (release = 'AFTER_PURCHASE' AND expiry = 'AFTER_PURCHASE' AND expiry_days <= release_days))
);
COMMENT ON COLUMN group_rules.release IS 'null: the schedule of this group is as the module has it';
COMMENT ON COLUMN group_rules.expiry_day IS 'the last day of access';
CREATE INDEX group_rules_by_group ON group_rules (product_id, group_id);

CREATE TABLE rule_states (
    product_id uuid        NOT NULL,
    subject_id uuid        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    state      jsonb       NOT NULL,
    PRIMARY KEY (product_id, subject_id, valid_from),
    CHECK (valid_to >= valid_from)
);
COMMENT ON TABLE rule_states IS 'how the rules of each module and page were, from when to when; no foreign key: it outlives them';
CREATE UNIQUE INDEX one_present_rule_state ON rule_states (product_id, subject_id) WHERE valid_to IS NULL;
