package io.cohorte.groups;

import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A filter or selection as a condition in SQL, over {@code memberships m JOIN member_search s}. One place, so that a
 * list, its count and the command on <em>all that match</em> mean the same students.
 */
final class MemberCriteria {

    private final StringBuilder condition = new StringBuilder("m.product_id = :product");
    private final Map<String, Object> parameters = new HashMap<>();

    private MemberCriteria(ProductId product, MemberState state, Instant now) {
        condition.append(" AND ").append(state.condition());
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
            criteria.and("s.sort_text LIKE :word" + i, "word" + i, SearchWords.anywhere(words.get(i)));
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
            criteria.condition.append(" AND ").append(MemberState.IN.condition());
        }
        return criteria;
    }

    /** From and where of a statement. */
    String from() {
        return " FROM memberships m JOIN member_search s USING (product_id, student_id) WHERE " + condition + " ";
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String clause, String name, Object value) {
        condition.append(" AND ").append(clause);
        parameters.put(name, value);
    }
}
