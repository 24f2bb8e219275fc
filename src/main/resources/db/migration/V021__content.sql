-- What a product teaches: modules, their pages, and the files of pages. Like everything of a product, their keys begin
-- with it.

-- Held by whoever changes the order of modules and pages, or what hangs on it.
CREATE TABLE outlines (
    product_id uuid NOT NULL PRIMARY KEY REFERENCES products (product_id)
);

CREATE TABLE modules (
    product_id  uuid        NOT NULL REFERENCES outlines (product_id),
    module_id   uuid        NOT NULL,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    description text        NOT NULL CHECK (length(description) <= 2000),
    position    int         NOT NULL,
    published   boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    version     bigint      NOT NULL,
    PRIMARY KEY (product_id, module_id)
);
COMMENT ON COLUMN modules.position IS 'among the modules of the product; where two are equal, the older one is first';

CREATE TABLE pages (
    product_id    uuid        NOT NULL,
    page_id       uuid        NOT NULL,
    module_id     uuid        NOT NULL,
    title         text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    text          text        NOT NULL CHECK (length(text) <= 200000),
    position      int         NOT NULL,
    published     boolean     NOT NULL,
    video_host    text        CHECK (video_host IN ('YOUTUBE', 'VIMEO', 'LOOM', 'WISTIA', 'DAILYMOTION')),
    video_id      text        CHECK (video_id ~ '^[A-Za-z0-9_/-]{1,100}$'),
    video_file_id uuid,
    video_online  boolean     NOT NULL,
    password_id   uuid,
    password_hash text,
    created_at    timestamptz NOT NULL,
    version       bigint      NOT NULL,
    PRIMARY KEY (product_id, page_id),
    CONSTRAINT a_page_is_in_a_module_of_its_product
        FOREIGN KEY (product_id, module_id) REFERENCES modules (product_id, module_id),
    CONSTRAINT a_linked_video_has_a_host CHECK ((video_host IS NULL) = (video_id IS NULL)),
    CONSTRAINT a_page_has_one_video CHECK (video_host IS NULL OR video_file_id IS NULL),
    CONSTRAINT a_password_is_kept_hashed CHECK ((password_id IS NULL) = (password_hash IS NULL))
);
COMMENT ON COLUMN pages.text IS 'Markdown, as typed';
COMMENT ON COLUMN pages.password_id IS 'another one each time the password is set, so that what was unlocked is locked again';
CREATE INDEX pages_by_module ON pages (product_id, module_id);

-- A file as it lies on disk. Pages that were duplicated share theirs.
CREATE TABLE stored_files (
    file_id    uuid        NOT NULL PRIMARY KEY,
    area_id    uuid        NOT NULL REFERENCES areas (area_id),
    bytes      bigint      NOT NULL CHECK (bytes > 0),
    media_type text        NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX stored_files_by_area ON stored_files (area_id) INCLUDE (bytes);

CREATE TABLE page_files (
    product_id uuid        NOT NULL,
    page_id    uuid        NOT NULL,
    file_id    uuid        NOT NULL REFERENCES stored_files (file_id),
    kind       text        NOT NULL CHECK (kind IN ('ATTACHMENT', 'IMAGE', 'VIDEO')),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    position   int         NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (product_id, page_id, file_id),
    CONSTRAINT a_file_is_of_a_page FOREIGN KEY (product_id, page_id) REFERENCES pages (product_id, page_id)
);
CREATE INDEX page_files_by_file ON page_files (file_id);
ALTER TABLE pages ADD CONSTRAINT an_uploaded_video_is_a_file_of_its_page
    FOREIGN KEY (product_id, page_id, video_file_id) REFERENCES page_files (product_id, page_id, file_id);

-- Who gave a page's password, with which password and in which group: it opens for them there until it is changed.
CREATE TABLE page_unlocks (
    product_id  uuid        NOT NULL,
    page_id     uuid        NOT NULL,
    student_id  uuid        NOT NULL,
    group_id    uuid        NOT NULL,
    password_id uuid        NOT NULL,
    unlocked_at timestamptz NOT NULL,
    PRIMARY KEY (product_id, page_id, student_id, group_id),
    CONSTRAINT an_unlock_is_of_a_page FOREIGN KEY (product_id, page_id) REFERENCES pages (product_id, page_id)
);
CREATE INDEX page_unlocks_by_student ON page_unlocks (product_id, student_id);

-- How each module and page stood, from when to when, as far as it decides who sees it. Like all history it outlives what
-- it is about and has no foreign key.
CREATE TABLE content_states (
    product_id uuid        NOT NULL,
    subject_id uuid        NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz,
    state      jsonb       NOT NULL,
    PRIMARY KEY (product_id, subject_id, valid_from),
    CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX one_present_content_state ON content_states (product_id, subject_id) WHERE valid_to IS NULL;
