-- Runs of bringing people in. The rows are the staging table: a job takes them in chunks by line, so that after a
-- crash it goes on at the chunk it had reached. Logs of what happened: no foreign keys.

CREATE TABLE imports (
    product_id     uuid        NOT NULL,
    import_id      uuid        NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('BATCH')),
    state          text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'FINISHED')),
    group_id       uuid        NOT NULL,
    group_name     text        NOT NULL,
    default_anchor date        NOT NULL,
    date_order     text        NOT NULL CHECK (date_order IN ('DAY_FIRST', 'MONTH_FIRST')),
    started_by     uuid        NOT NULL,
    created_at     timestamptz NOT NULL,
    started_at     timestamptz,
    finished_at    timestamptz,
    next_line      integer     NOT NULL,
    lines          integer     NOT NULL,
    imported       integer     NOT NULL,
    unchanged      integer     NOT NULL,
    refused        integer     NOT NULL,
    version        bigint      NOT NULL,
    PRIMARY KEY (product_id, import_id),
    CONSTRAINT no_line_is_lost CHECK (state <> 'FINISHED' OR imported + unchanged + refused = lines)
);

CREATE TABLE import_texts (
    product_id uuid NOT NULL,
    import_id  uuid NOT NULL,
    text       text NOT NULL,
    PRIMARY KEY (product_id, import_id)
);

CREATE TABLE import_rows (
    product_id uuid    NOT NULL,
    import_id  uuid    NOT NULL,
    line       integer NOT NULL,
    raw        text    NOT NULL,
    name       text,
    email      text    COLLATE "C",
    anchor     date,
    student_id uuid,
    outcome    text    NOT NULL CHECK (outcome IN ('PENDING', 'IMPORTED', 'UNCHANGED', 'REFUSED')),
    problem    text,
    problem_column integer,
    problem_detail text,
    PRIMARY KEY (product_id, import_id, line),
    CONSTRAINT a_refused_line_says_why CHECK ((outcome = 'REFUSED') = (problem IS NOT NULL))
);
