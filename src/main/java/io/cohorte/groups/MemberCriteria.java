package io.cohorte.groups;

import io.cohorte.areas.Role;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.ProductRef;
import io.cohorte.shared.SearchWords;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A filter or selection as conditions in SQL, over {@code memberships m} and {@code s}, which has a sort name and a sort
 * text. One place, so that a list, its count and the command on <em>all that match</em> mean the same students.
 *
 * <p>{@code s} is the student's row of {@code people}, which carries the trigram index, or that of
 * {@code member_search}, which lies in the order of the product's list. Both hold the same two texts.
 */
final class MemberCriteria implements SearchWays {

    private final StringBuilder ofMembership = new StringBuilder("m.product_id = :product");
    private final String ofWords;
    private final MemberState state;
    private final Map<String, Object> parameters = new HashMap<>();

    private MemberCriteria(ProductRef product, MemberState state, List<String> words, Instant now) {
        this.state = state;
        ofWords = SearchWords.condition("s.sort_text", words, parameters);
        ofMembership.append(" AND ").append(state.condition());
        parameters.put("area", product.area().value());
        parameters.put("product", product.id().value());
        parameters.put("now", Timestamp.from(now));
    }

    static MemberCriteria of(ProductRef product, MemberFilter filter, Instant now) {
        MemberCriteria criteria = new MemberCriteria(product, filter.state(), filter.words(), now);
        if (filter.group() != null) {
            criteria.and("m.group_id = :group", "group", filter.group().value());
        }
        return criteria;
    }

    /** Those of the selection who are in: nobody else can be moved, whatever list they were chosen from. */
    static MemberCriteria of(ProductRef product, MemberSelection selection, Instant now) {
        if (selection instanceof MemberSelection.Ticked ticked) {
            MemberCriteria criteria = new MemberCriteria(product, MemberState.IN, List.of(), now);
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

    /** Those of them who have a role in the staff of the area. */
    MemberCriteria having(Role role) {
        and(
                "EXISTS (SELECT FROM staff_roles r WHERE r.area_id = :area AND r.role = :role"
                        + " AND r.account_id = m.student_id)",
                "role",
                role.name());
        return this;
    }

    /** Nobody, if the product is of another area: it was named by a request that was let into this one. */
    MemberCriteria ofThisArea() {
        ofMembership.append(" AND EXISTS (SELECT FROM products x WHERE x.product_id = :product AND x.area_id = :area)");
        return this;
    }

    /** From and where of a statement about all that match, however many. */
    String from() {
        String people = hasWords() ? " JOIN people s ON s.area_id = :area AND s.account_id = m.student_id" : "";
        return " FROM memberships m" + people + " WHERE " + ofMembership + ofWords + " ";
    }

    /** From, if need be, and where of an update of {@code memberships m}. */
    String ofUpdate() {
        String people =
                hasWords() ? " FROM people s WHERE s.area_id = :area AND s.account_id = m.student_id AND " : " WHERE ";
        return people + ofMembership + ofWords + " ";
    }

    /** From and where of a page without words. */
    String fromInOrder() {
        return " FROM memberships m JOIN member_search s USING (product_id, student_id) WHERE " + ofMembership + " ";
    }

    /** From and where of all that match, along the product's list. */
    String fromListing() {
        return fromInOrder() + ofWords + " ";
    }

    @Override
    public String candidates() {
        return "SELECT FROM memberships m WHERE " + ofMembership + " ORDER BY " + state.order();
    }

    @Override
    public String amongCandidates(int most) {
        return " FROM (SELECT m.* FROM memberships m WHERE " + ofMembership + " ORDER BY " + state.order() + " LIMIT "
                + most + ") AS m" + text() + " WHERE true";
    }

    @Override
    public String byWords(String sorted) {
        return SearchWays.found(ofWords, sorted) + membership() + " WHERE true";
    }

    @Override
    public String inOrder(MemberSort sort, String window) {
        return sort.isByName()
                ? " FROM (SELECT s.* FROM member_search s WHERE s.product_id = :product" + window + ") AS s"
                        + membership() + " WHERE true" + ofWords
                : " FROM (SELECT m.* FROM memberships m WHERE m.product_id = :product" + window + ") AS m" + text()
                        + " WHERE " + ofMembership;
    }

    /** Each looked up by its key: the planner would sooner read all memberships there are. */
    private String membership() {
        return " CROSS JOIN LATERAL (SELECT m.* FROM memberships m WHERE m.student_id = s.student_id AND "
                + ofMembership + " OFFSET 0) AS m";
    }

    private String text() {
        return " CROSS JOIN LATERAL (SELECT s.student_id, s.sort_name FROM member_search s"
                + " WHERE s.product_id = :product AND s.student_id = m.student_id" + ofWords + " OFFSET 0) AS s";
    }

    boolean hasWords() {
        return !ofWords.isEmpty();
    }

    @Override
    public Map<String, Object> parameters() {
        return parameters;
    }

    private void and(String clause, String name, Object value) {
        ofMembership.append(" AND ").append(clause);
        parameters.put(name, value);
    }
}
