package io.cohorte.groups;

import java.util.Map;

/**
 * The ways that lead to those who match a filter with words. Which is the shortest depends on how many there are of
 * what, and no way but {@link #candidates} is short for all. Each is the from and where of a statement over {@code s},
 * which has a sort name and a student id, and over what else the list shows.
 */
interface SearchWays {

    /** The people of an area, in the order of their names and found by words. */
    String PEOPLE = "(SELECT account_id AS student_id, sort_name, sort_text FROM people WHERE area_id = :area) AS s";

    /**
     * From those whom the trigram index finds: the planner would sooner go through everybody until there are enough. Of
     * what it finds each is asked for the area: as a condition no index takes, or it would read the area's whole index
     * beside, where it believes the area to be small.
     */
    static String found(String ofWords, String sorted) {
        String hits = "SELECT s.student_id, s.sort_name FROM (SELECT account_id AS student_id, sort_name, sort_text"
                + " FROM people WHERE (area_id = :area) IS TRUE) AS s WHERE true" + ofWords;
        return sorted.isEmpty()
                ? " FROM (WITH hits AS MATERIALIZED (" + hits + ") SELECT * FROM hits) AS s"
                : " FROM (" + hits + sorted + " OFFSET 0) AS s";
    }

    /** A statement of a row for everybody who matches the filter apart from its words. */
    String candidates();

    /** One candidate after another, if they are not more than so many: short, where those are few. */
    String amongCandidates(int most);

    /**
     * By the trigram index: short where few have the words.
     *
     * @param sorted conditions and order by the name that those found are put into before anything else is looked up; or
     *     empty
     */
    String byWords(String sorted);

    /**
     * Along a part of the list: short where many match.
     *
     * @param window conditions, order and limit
     */
    String inOrder(MemberSort sort, String window);

    Map<String, Object> parameters();
}
