-- Who changed what, when: written in the transaction of the change. Ids and values only, no names of people.

CREATE TABLE audit_entries (
    entry_id   uuid        NOT NULL PRIMARY KEY,
    at         timestamptz NOT NULL,
    area_id    uuid,
    product_id uuid,
    actor_id   uuid,
    kind       text        NOT NULL,
    subject_id uuid        NOT NULL,
    before     jsonb       NOT NULL,
    after      jsonb       NOT NULL
);
CREATE INDEX audit_entries_by_area ON audit_entries (area_id, entry_id);
