package io.cohorte.mail;

import java.util.List;

/**
 * What a message says, by the keys of a bundle: {@code <key>.subject}, {@code <key>.title}, {@code <key>.text},
 * {@code <key>.button} and, in small print, {@code <key>.note}. All of them take the same arguments. An empty line in
 * the text begins another paragraph.
 *
 * @param arguments names and dates as they are: they are escaped where they are written into HTML, and kept to one line
 *     in a header
 * @param link where the button leads
 */
public record Wording(String key, List<Object> arguments, SecretLink link) {

    public Wording {
        arguments = List.copyOf(arguments);
    }
}
