-- What the audit page filters by, each in the order it shows: the newest entry, by id, first.

CREATE INDEX audit_entries_by_kind ON audit_entries (area_id, kind, entry_id);
CREATE INDEX audit_entries_by_actor ON audit_entries (area_id, actor_id, entry_id);
CREATE INDEX audit_entries_by_subject ON audit_entries (area_id, subject_id, entry_id);
