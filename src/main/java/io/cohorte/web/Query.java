package io.cohorte.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** Addresses within the program with what somebody typed in them: every character is encoded that means something there. */
public final class Query {

    private Query() {}

    /** The path with its parameters behind it. */
    public static String of(String path, MultiValueMap<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            parameter.getValue().forEach(it -> pairs.add(encode(parameter.getKey()) + "=" + encode(it)));
        }
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
