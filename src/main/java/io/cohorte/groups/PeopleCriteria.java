package io.cohorte.groups;

import io.cohorte.areas.Role;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.SearchWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody of an area who matches a text and a role, as conditions in SQL over {@code people}, called {@code s}. */
final class PeopleCriteria implements SearchWays {

    private final String ofWords;
    private final String ofRole;
    private final Map<String, Object> parameters = new HashMap<>();

    PeopleCriteria(AreaId area, List<String> words, @Nullable Role role) {
        parameters.put("area", area.value());
        ofWords = SearchWords.condition("s.sort_text", words, parameters);
        if (role == null) {
            ofRole = "";
        } else {
            ofRole = " AND EXISTS (SELECT FROM staff_roles r"
                    + " WHERE r.area_id = :area AND r.role = :role AND r.account_id = s.student_id)";
            parameters.put("role", role.name());
        }
    }

    /** From and where without words. */
    String fromInOrder() {
        return " FROM " + PEOPLE + " WHERE true" + ofRole;
    }

    @Override
    public String candidates() {
        return "SELECT" + fromInOrder() + " ORDER BY s.sort_name";
    }

    @Override
    public String amongCandidates(int most) {
        return " FROM (SELECT s.*" + fromInOrder() + " OFFSET 0) AS s WHERE true" + ofWords;
    }

    @Override
    public String byWords(String sorted) {
        return SearchWays.found(ofWords, sorted) + " WHERE true" + ofRole;
    }

    @Override
    public String inOrder(MemberSort sort, String window) {
        return " FROM (SELECT s.* FROM " + PEOPLE + " WHERE true" + window + ") AS s WHERE true" + ofWords + ofRole;
    }

    boolean hasWords() {
        return !ofWords.isEmpty();
    }

    @Override
    public Map<String, Object> parameters() {
        return parameters;
    }
}
