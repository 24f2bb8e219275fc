-- Members areas, how each names its people, and who may do what in it.

CREATE TABLE areas (
    area_id    uuid        NOT NULL PRIMARY KEY,
    slug       text        COLLATE "C" NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$'),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    locale     text        NOT NULL CHECK (locale IN ('es', 'en', 'pt')),
    zone       text        NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);

CREATE TABLE people (
    area_id    uuid        NOT NULL REFERENCES areas (area_id),
    account_id uuid        NOT NULL REFERENCES accounts (account_id),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (area_id, account_id)
);
CREATE INDEX people_by_account ON people (account_id);

CREATE TABLE staff_roles (
    area_id    uuid        NOT NULL,
    account_id uuid        NOT NULL,
    role       text        NOT NULL
        CHECK (role IN ('OWNER', 'ADMINISTRATOR', 'CONTENT_EDITOR', 'MODERATOR', 'SUPPORT')),
    granted_at timestamptz NOT NULL,
    PRIMARY KEY (area_id, account_id, role),
    FOREIGN KEY (area_id, account_id) REFERENCES people (area_id, account_id)
);
CREATE INDEX staff_roles_by_account ON staff_roles (account_id);
