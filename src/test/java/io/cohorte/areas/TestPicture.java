package io.cohorte.areas;

import java.util.Base64;

/** The smallest of pictures. */
final class TestPicture {

    /** One pixel, as PNG. */
    static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private TestPicture() {}
}
