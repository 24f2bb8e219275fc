package io.cohorte.groups;

import io.cohorte.shared.AreaId;
import io.cohorte.shared.SearchWords;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter of people as a condition in SQL. Rows are of {@code s}, which has a sort name and a sort text: the people of
 * the area or, where a product is chosen, its students, so that either way an index leads through them by name.
 */
final class PeopleCriteria {

    private static final String OF_AREA = " FROM people s WHERE s.area_id = :area";

    /** Each membership is looked up by its key: the planner would sooner read all memberships there are. */
    private static final String OF_PRODUCT = """
             FROM member_search s CROSS JOIN LATERAL (
                SELECT FROM memberships m
                WHERE m.product_id = s.product_id AND m.student_id = s.student_id AND %s OFFSET 0) AS m
            WHERE s.product_id = :product
                AND EXISTS (SELECT FROM products x WHERE x.product_id = :product AND x.area_id = :area)
            """.formatted(MemberState.IN.condition());

    private final String id;
    private final StringBuilder from;
    private final Map<String, Object> parameters = new HashMap<>();

    PeopleCriteria(AreaId area, PeopleFilter filter, Instant now) {
        parameters.put("area", area.value());
        if (filter.product() == null) {
            id = "s.account_id";
            from = new StringBuilder(OF_AREA);
        } else {
            id = "s.student_id";
            from = new StringBuilder(OF_PRODUCT);
            parameters.put("product", filter.product().value());
            parameters.put("now", Timestamp.from(now));
        }
        List<String> words = SearchWords.of(filter.text());
        for (int i = 0; i < words.size(); i++) {
            from.append(" AND s.sort_text LIKE :word").append(i);
            parameters.put("word" + i, SearchWords.anywhere(words.get(i)));
        }
        if (filter.role() != null) {
            from.append(" AND EXISTS (SELECT FROM staff_roles r WHERE r.area_id = :area AND r.role = :role"
                    + " AND r.account_id = " + id + ")");
            parameters.put("role", filter.role().name());
        }
    }

    /** The column of the account. */
    String id() {
        return id;
    }

    /** From and where of a statement. */
    String from() {
        return from + " ";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
