package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.SearchWords;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A filter or selection as conditions in SQL, over {@code memberships m} and {@code member_search s}. One place, so
 * that a list, its count and the command on <em>all that match</em> mean the same students.
 */
final class MemberCriteria {

    private static final String SAME = "m.product_id = s.product_id AND m.student_id = s.student_id";

    private final StringBuilder ofMembership = new StringBuilder("m.product_id = :product");
    private final StringBuilder ofWords = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private MemberCriteria(ProductId product, MemberState state, Instant now) {
        ofMembership.append(" AND ").append(state.condition());
        parameters.put("product", product.value());
        parameters.put("now", Timestamp.from(now));
    }

    static MemberCriteria of(ProductId product, MemberFilter filter, Instant now) {
        MemberCriteria criteria = new MemberCriteria(product, filter.state(), now);
        if (filter.group() != null) {
            criteria.and("m.group_id = :group", "group", filter.group().value());
        }
        List<String> words = filter.words();
        for (int i = 0; i < words.size(); i++) {
            criteria.ofWords.append(" AND s.sort_text LIKE :word").append(i);
            criteria.parameters.put("word" + i, SearchWords.anywhere(words.get(i)));
        }
        return criteria;
    }

    /** Those of the selection who are in: nobody else can be moved, whatever list they were chosen from. */
    static MemberCriteria of(ProductId product, MemberSelection selection, Instant now) {
        if (selection instanceof MemberSelection.Ticked ticked) {
            MemberCriteria criteria = new MemberCriteria(product, MemberState.IN, now);
            criteria.and(
                    "m.student_id = ANY (:students)",
                    "students",
                    ticked.students().stream().map(AccountId::value).toArray(UUID[]::new));
            return criteria;
        }
        MemberFilter filter = ((MemberSelection.Matching) selection).filter();
        MemberCriteria criteria = of(product, filter, now);
        if (filter.state() != MemberState.IN) {
            criteria.ofMembership.append(" AND ").append(MemberState.IN.condition());
        }
        return criteria;
    }

    /** From and where of a statement that also takes something from {@code s}. */
    String fromBoth() {
        return " FROM memberships m JOIN member_search s USING (product_id, student_id) WHERE " + ofMembership + ofWords
                + " ";
    }

    /** From and where of a statement about all that match, however many. */
    String from() {
        return hasWords() ? fromBoth() : " FROM memberships m WHERE " + ofMembership + " ";
    }

    /**
     * From and where of a statement that stops after some. With words, each membership is looked up by its key; without,
     * they come in the order of an index. Left to itself, the planner would sooner read all memberships there are.
     */
    String fromSome() {
        return hasWords()
                ? " FROM member_search s CROSS JOIN LATERAL (SELECT FROM memberships m WHERE " + SAME + " AND "
                        + ofMembership + " OFFSET 0) AS m WHERE s.product_id = :product" + ofWords + " "
                : from() + "ORDER BY m.group_id, m.student_id ";
    }

    /** From, if need be, and where of an update of {@code memberships m}. */
    String ofUpdate() {
        return (hasWords() ? " FROM member_search s WHERE " + SAME + " AND " : " WHERE ") + ofMembership + ofWords
                + " ";
    }

    private boolean hasWords() {
        return !ofWords.isEmpty();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String clause, String name, Object value) {
        ofMembership.append(" AND ").append(clause);
        parameters.put(name, value);
    }
}
