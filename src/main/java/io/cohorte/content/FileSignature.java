package io.cohorte.content;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells by its first bytes what a file is. What it is called, and what it claims to be, counts for nothing. */
final class FileSignature {

    /** So many bytes are looked at. */
    static final int LENGTH = 4096;

    static final String UNKNOWN = "application/octet-stream";

    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/webm");

    /** Brands of files in the ISO container that browsers play; others are pictures, sound, or QuickTime's. */
    private static final Set<String> MP4 = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "dash",
            "MSNV", "mmp4");

    private static final Set<String> OTHER_BRANDS =
            Set.of("qt  ", "M4A ", "M4B ", "M4P ", "avif", "avis", "heic", "heix", "hevc", "mif1", "msf1", "crx ");

    private static final int EBML_DOC_TYPE = 0x4282;

    private final byte[] head;

    private FileSignature(byte[] head) {
        this.head = head;
    }

    /** The media type; {@link #UNKNOWN} of what is none of those told apart here. */
    static String typeOf(byte[] head) {
        return new FileSignature(head).type();
    }

    static boolean isImage(String type) {
        return IMAGES.contains(type);
    }

    static boolean isVideo(String type) {
        return VIDEOS.contains(type);
    }

    private String type() {
        if (has(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "image/png";
        } else if (has(0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        } else if (has(0, "GIF87a") || has(0, "GIF89a")) {
            return "image/gif";
        } else if (has(0, "RIFF") && has(8, "WEBP")) {
            return "image/webp";
        } else if (has(0, "%PDF-")) {
            return "application/pdf";
        } else if (has(0, 'P', 'K', 3, 4)) {
            return zipped();
        } else if (has(4, "ftyp")) {
            return isoMedia();
        } else if (has(0, 0x1a, 0x45, 0xdf, 0xa3)) {
            return docType().equals("webm") ? "video/webm" : UNKNOWN;
        }
        return sound();
    }

    private String sound() {
        if (has(0, "ID3") || has(0, 0xff, 0xfb) || has(0, 0xff, 0xf3) || has(0, 0xff, 0xf2)) {
            return "audio/mpeg";
        } else if (has(0, "OggS")) {
            return "audio/ogg";
        } else if (has(0, "fLaC")) {
            return "audio/flac";
        } else if (has(0, "RIFF") && has(8, "WAVE")) {
            return "audio/wav";
        }
        return UNKNOWN;
    }

    /** Office files are zipped; they tell near their beginning of what. */
    private String zipped() {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("mimetypeapplication/vnd.oasis.opendocument.", 30)) {
            return text.substring(38).split("[^a-z./-]", 2)[0];
        } else if (text.contains("[Content_Types].xml") || text.contains("_rels/")) {
            String open = "application/vnd.openxmlformats-officedocument.";
            if (text.contains("word/")) {
                return open + "wordprocessingml.document";
            } else if (text.contains("xl/")) {
                return open + "spreadsheetml.sheet";
            } else if (text.contains("ppt/")) {
                return open + "presentationml.presentation";
            }
        }
        return "application/zip";
    }

    private String isoMedia() {
        String major = brand(8);
        if (MP4.contains(major)) {
            return "video/mp4";
        } else if (major.startsWith("M4A") || major.startsWith("M4B")) {
            return "audio/mp4";
        }
        long size = Math.min(number(0, 4), head.length);
        boolean compatible = false;
        for (int at = 16; at + 4 <= size; at += 4) {
            compatible |= MP4.contains(brand(at));
        }
        return compatible && !OTHER_BRANDS.contains(major) ? "video/mp4" : UNKNOWN;
    }

    private String brand(int at) {
        return head.length < at + 4 ? "" : new String(head, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** What the header of an EBML file says it is: WebM, Matroska, or nothing within reach. */
    private String docType() {
        int at = 4;
        int sizeLength = width(at);
        at += sizeLength;
        while (at + 2 < head.length) {
            int idLength = width(at);
            long id = number(at, idLength);
            int lengthAt = at + idLength;
            int lengthLength = width(lengthAt);
            if (idLength > 4 || lengthAt + lengthLength > head.length) {
                return "";
            }
            long length = number(lengthAt, lengthLength) & ~(1L << 7 * lengthLength);
            int from = lengthAt + lengthLength;
            if (length > head.length - from) {
                return "";
            } else if (id == EBML_DOC_TYPE) {
                return new String(head, from, (int) length, StandardCharsets.ISO_8859_1).replace("\0", "");
            }
            at = from + (int) length;
        }
        return "";
    }

    /** How many bytes the number at a place takes: as many as its first byte has leading zeros, and one. */
    private int width(int at) {
        return at < head.length ? Integer.numberOfLeadingZeros(head[at] & 0xff) - 23 : 1;
    }

    private long number(int at, int bytes) {
        long number = 0;
        for (int i = at; i < at + bytes && i < head.length; i++) {
            number = number << 8 | head[i] & 0xff;
        }
        return number;
    }

    private boolean has(int at, String text) {
        return has(at, text.chars().toArray());
    }

    private boolean has(int at, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= at + i || (head[at + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
