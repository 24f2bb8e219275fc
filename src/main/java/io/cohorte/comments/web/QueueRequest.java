package io.cohorte.comments.web;

import io.cohorte.comments.ModerationQueries.GroupOfComments;
import io.cohorte.comments.QueueFilter;
import io.cohorte.comments.QueueFilter.Kind;
import io.cohorte.groups.GroupId;
import io.cohorte.shared.ProductId;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * How somebody narrows the list of comments, and finds it again behind each act.
 *
 * @param show which ones, by the name of a {@link Kind} in small letters
 * @param inProduct of one product; null for all
 * @param inGroup of one of its groups; not regarded without a product
 * @param q part of what was written
 */
record QueueRequest(
        @Nullable String show,
        @Nullable UUID inProduct,
        @Nullable UUID inGroup,
        @Nullable String q) {

    QueueFilter filter() {
        return new QueueFilter(
                kind(),
                inProduct == null ? null : new ProductId(inProduct),
                inGroup == null ? null : new GroupId(inGroup),
                q == null ? "" : q.strip());
    }

    /** Of a group chosen before its product was changed nothing is kept. */
    QueueRequest amongst(List<GroupOfComments> groups) {
        boolean there = groups.stream().anyMatch(it -> it.id().value().equals(inGroup));
        return there ? this : new QueueRequest(show, inProduct, null, q);
    }

    /** Those that wait for somebody, unless others were asked for. */
    public Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(it -> parameter(it).equals(show))
                .findAny()
                .orElse(Kind.PENDING);
    }

    public String parameter(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The same with comments of another kind. */
    public String path(AreaPass area, Kind kind) {
        MultiValueMap<String, String> parameters = parameters();
        parameters.set("show", parameter(kind));
        return Query.of(area.path() + "/comments", parameters);
    }

    String path(AreaPass area) {
        return Query.of(area.path() + "/comments", parameters());
    }

    /** What a form below the list carries along. */
    public MultiValueMap<String, String> parameters() {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add("show", parameter(kind()));
        if (inProduct != null) {
            parameters.add("inProduct", inProduct.toString());
            if (inGroup != null) {
                parameters.add("inGroup", inGroup.toString());
            }
        }
        if (q != null && !q.isBlank()) {
            parameters.add("q", q.strip());
        }
        return parameters;
    }

    /** The same as the beginning of a query, for the pager. */
    public String query() {
        String query = Query.of("", parameters());
        return query.substring(1) + "&";
    }
}
