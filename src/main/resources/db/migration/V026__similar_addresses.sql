-- To find who came in under a mistyped address: by how many letters two addresses differ.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
