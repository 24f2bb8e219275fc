-- A million rows take minutes.
SET LOCAL statement_timeout = 0;

-- Who is searched for is found among the people of the area, once, whatever products they are students of. A second
-- trigram index over the same text costs imports as much as the first and is as large.
DROP INDEX member_search_by_text;

-- Words that many have are looked for along the list, in its index alone: looked up in the table, each row would be a
-- page of its own.
DROP INDEX member_search_by_name;
CREATE INDEX member_search_by_name ON member_search (product_id, sort_name, student_id) INCLUDE (sort_text);
DROP INDEX people_by_name;
CREATE INDEX people_by_name ON people (area_id, sort_name, account_id) INCLUDE (sort_text);
