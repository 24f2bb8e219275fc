-- Who is searched for is found among the people of the area, once, whatever products they are students of. A second
-- trigram index over the same text costs imports as much as the first and is as large.
DROP INDEX member_search_by_text;
COMMENT ON TABLE member_search IS 'a product''s list by name; words are looked up in people, and here only along the list';
