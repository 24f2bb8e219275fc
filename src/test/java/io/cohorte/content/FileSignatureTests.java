package io.cohorte.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileSignatureTests {

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A, image/png",
        "FFD8FFE000104A464946, image/jpeg",
        "474946383961, image/gif",
        "474946383761, image/gif",
        "52494646AAAAAAAA57454250, image/webp",
        "52494646AAAAAAAA57415645, audio/wav",
        "255044462D312E37, application/pdf",
        "49443304, audio/mpeg",
        "FFFB9064, audio/mpeg",
        "4F676753, audio/ogg",
        "664C6143, audio/flac",
        "504B0304, application/zip",
        "1A45DFA39F4286810142F7810142F2810442F381084282847765626D, video/webm",
        "1A45DFA301000000000000134282847765626D, video/webm",
        "1A45DFA3A34286810142F7810142F2810442F38108428288 6D6174726F736B61, application/octet-stream",
        "1A45DFA3, application/octet-stream",
        "1A45DFA3FF00000000, application/octet-stream",
        "1A45DFA3934282FF7765626D, application/octet-stream",
        "'', application/octet-stream",
        "8950, application/octet-stream"
    })
    void tellsWhatAFileIsByItsFirstBytes(String hex, String type) {
        assertThat(FileSignature.typeOf(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "isom, isomiso2avc1mp41, video/mp4",
        "mp42, mp42mp41, video/mp4",
        "M4V , M4V M4A mp42, video/mp4",
        "XAVC, XAVCmp42iso2, video/mp4",
        "M4A , M4A mp42isom, audio/mp4",
        "qt  , qt  , application/octet-stream",
        "qt  , qt  isom, application/octet-stream",
        "avif, avifmif1miaf, application/octet-stream",
        "heic, mif1heic, application/octet-stream",
        "xxxx, yyyy, application/octet-stream"
    })
    void tellsVideosFromOtherFilesOfTheSameContainer(String major, String others, String type) {
        byte[] box =
                ("0000ftyp" + (major + "   ").substring(0, 4) + "0000" + others).getBytes(StandardCharsets.ISO_8859_1);
        box[0] = box[1] = box[2] = 0;
        box[3] = (byte) box.length;

        assertThat(FileSignature.typeOf(box)).isEqualTo(type);
    }

    @Test
    void looksForBrandsInTheirBoxAlone() {
        byte[] box = "0000ftypxxxx0000yyyymoovisom".getBytes(StandardCharsets.ISO_8859_1);
        box[0] = box[1] = box[2] = 0;
        box[3] = 20;

        assertThat(FileSignature.typeOf(box)).isEqualTo(FileSignature.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "word/document.xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ppt/presentation.xml, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "other.txt, application/zip"
    })
    void tellsOfficeFilesByWhatTheirArchiveHolds(String entry, String type) throws IOException {
        assertThat(FileSignature.typeOf(zip("[Content_Types].xml", "", entry))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.oasis.opendocument.text",
                "application/vnd.oasis.opendocument.spreadsheet",
                "application/vnd.oasis.opendocument.presentation"
            })
    void tellsOpenDocumentsByTheTypeTheyBeginWith(String type) throws IOException {
        assertThat(FileSignature.typeOf(zip("mimetype", type, "content.xml"))).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "<html>GIF89a",
                "#!/bin/sh",
                "MZ executable"
            })
    void takesNothingForAPictureOrAVideoThatARunsScripts(String content) {
        String type = FileSignature.typeOf(content.getBytes(StandardCharsets.UTF_8));

        assertThat(type).isEqualTo(FileSignature.UNKNOWN);
        assertThat(FileSignature.isImage(type) || FileSignature.isVideo(type)).isFalse();
    }

    @Test
    void readsAnythingWithoutFailing() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] head = new byte[random.nextInt(64)];
            random.nextBytes(head);
            byte[] start = HexFormat.of().parseHex(i % 2 == 0 ? "1A45DFA3" : "0000001866747970");
            System.arraycopy(start, 0, head, 0, Math.min(start.length, head.length));

            assertThat(FileSignature.typeOf(head)).as(Arrays.toString(head)).isNotEmpty();
        }
    }

    private static byte[] zip(String first, String text, String second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(first);
            byte[] content = text.getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.putNextEntry(new ZipEntry(second));
        }
        return bytes.toByteArray();
    }
}
