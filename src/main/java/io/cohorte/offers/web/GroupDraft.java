package io.cohorte.offers.web;

import io.cohorte.groups.CommentSetting;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A group form left for a moment to create an offer, with all that was typed in it.
 *
 * @param of the group being edited, or {@code new}
 */
record GroupDraft(
        @Nullable String of,
        @Nullable String name,
        @Nullable Boolean asDefault,
        @Nullable CommentSetting comments,
        @Nullable List<String> offers,
        @Nullable List<String> own,
        @Nullable Long version) {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f-]{36}");

    /** Where its form is found, below the groups of the product. */
    String form() {
        return UUID_FORM.matcher(of == null ? "" : of).matches() ? of + "/edit" : "new";
    }

    static GroupDraft of(String of, GroupForm form) {
        return new GroupDraft(
                of,
                form.typedName(),
                form.becomesDefault(),
                form.letsComment(),
                form.offers(),
                form.own(),
                form.opened());
    }

    /** The parameters that bring it back, with a prefix before each name. */
    public MultiValueMap<String, String> asParameters(String prefix) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        parameters.add(prefix + "of", Objects.requireNonNullElse(of, "new"));
        parameters.add(prefix + "name", Objects.requireNonNullElse(name, ""));
        parameters.add(prefix + "asDefault", String.valueOf(Boolean.TRUE.equals(asDefault)));
        parameters.add(
                prefix + "comments",
                Objects.requireNonNullElse(comments, CommentSetting.OPEN).name());
        parameters.add(prefix + "version", String.valueOf(version == null ? 0 : version));
        add(parameters, prefix + "offers", offers);
        add(parameters, prefix + "own", own);
        return parameters;
    }

    private static void add(MultiValueMap<String, String> parameters, String name, @Nullable List<String> values) {
        if (values != null) {
            values.forEach(it -> parameters.add(name, it));
        }
    }
}
