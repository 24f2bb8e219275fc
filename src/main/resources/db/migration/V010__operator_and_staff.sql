-- The operator, addresses that areas had before, how an area looks, and an owner in every area.

-- One operator, made once: of two set-ups at the same moment the index lets one through.
ALTER TABLE accounts ADD COLUMN operator boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX there_is_one_operator ON accounts (operator) WHERE operator;
-- An installation older than the set-up: the owner of its first area, as the set-up would have made it.
UPDATE accounts SET operator = true
WHERE account_id = (SELECT account_id FROM staff_roles WHERE role = 'OWNER' ORDER BY granted_at, account_id LIMIT 1);

-- Each start before the set-up adds one; all of them hold, whichever node somebody reaches. Only hashes are kept.
CREATE TABLE set_up_tokens (
    token_hash bytea       NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
    created_at timestamptz NOT NULL
);

-- Every address an area has or had; the key keeps two areas from ever sharing one. It refers to no area, because
-- areas refer to it: the other way round the two would need each other to be there first.
CREATE TABLE area_slugs (
    slug     text        COLLATE "C" NOT NULL PRIMARY KEY,
    area_id  uuid        NOT NULL,
    taken_at timestamptz NOT NULL,
    UNIQUE (slug, area_id),
    CONSTRAINT a_slug_is_short_and_not_reserved CHECK (length(slug) <= 60 AND slug <> 'new')
);
INSERT INTO area_slugs (slug, area_id, taken_at) SELECT slug, area_id, created_at FROM areas;

ALTER TABLE areas ADD CONSTRAINT the_slug_is_the_areas_own
    FOREIGN KEY (slug, area_id) REFERENCES area_slugs (slug, area_id);

ALTER TABLE areas ADD COLUMN colour text NOT NULL DEFAULT '#066fd1' CHECK (colour ~ '^#[0-9a-f]{6}$');

-- An area names one of its owners, whichever: so none can be without. The circle is closed at commit.
ALTER TABLE areas ADD COLUMN owner_id uuid;
ALTER TABLE areas ADD COLUMN owner_role text NOT NULL GENERATED ALWAYS AS ('OWNER') STORED;
UPDATE areas SET owner_id = (SELECT account_id FROM staff_roles r
    WHERE r.area_id = areas.area_id AND r.role = 'OWNER' ORDER BY granted_at, account_id LIMIT 1);
ALTER TABLE areas ALTER COLUMN owner_id SET NOT NULL;
ALTER TABLE areas ADD CONSTRAINT an_area_has_an_owner
    FOREIGN KEY (area_id, owner_id, owner_role) REFERENCES staff_roles (area_id, account_id, role)
    DEFERRABLE INITIALLY DEFERRED;

-- Made anew as PNG from what was uploaded. The id changes with the picture, so that it can be cached for long.
CREATE TABLE area_logos (
    area_id    uuid        NOT NULL PRIMARY KEY REFERENCES areas (area_id),
    logo_id    uuid        NOT NULL UNIQUE,
    image      bytea       NOT NULL CHECK (length(image) BETWEEN 1 AND 2097152),
    created_at timestamptz NOT NULL
);
