package io.cohorte.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is uploaded as a logo is judged by what it is, and nothing but the picture comes out. */
class LogoImageTests {

    private static final String PAYLOAD = "<script>alert(document.domain)</script>";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void takesAPicture(String format) throws IOException {
        BufferedImage kept = kept(picture(format, 120, 60));

        assertThat(kept.getWidth()).isEqualTo(120);
        assertThat(kept.getHeight()).isEqualTo(60);
        Color middle = new Color(kept.getRGB(60, 30));
        assertThat(middle.getRed()).isGreaterThan(150);
        assertThat(middle.getBlue()).isLessThan(100);
    }

    @Test
    void keepsWhatCanBeSeenThrough() throws IOException {
        BufferedImage see = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);

        assertThat(kept(encoded(see, "png")).getRGB(2, 2) >>> 24).isZero();
    }

    @Test
    void makesALargePictureSmallerInItsOwnShape() throws IOException {
        BufferedImage kept = kept(picture("jpg", 2000, 500));

        assertThat(kept.getWidth()).isEqualTo(LogoImage.KEPT);
        assertThat(kept.getHeight()).isEqualTo(LogoImage.KEPT / 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "GIF89a/*<script>*/=1;alert(1)//",
                "BM and so on",
                "PNG",
                ""
            })
    void refusesWhatIsNoPictureWhateverItIsCalled(String text) {
        refused(text.getBytes(StandardCharsets.ISO_8859_1), "areas.logo.unreadable");
    }

    @Test
    void refusesOtherKindsOfPicture() throws IOException {
        refused(picture("bmp", 20, 20), "areas.logo.unreadable");
        refused(picture("tiff", 20, 20), "areas.logo.unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void letsNothingThroughThatStandsBehindOrWithinThePicture(String format) throws IOException {
        byte[] picture = picture(format, 60, 60);
        byte[] payload = PAYLOAD.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(picture, picture.length + payload.length);
        System.arraycopy(payload, 0, both, picture.length, payload.length);

        assertThat(new String(LogoImage.read(both).png(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void refusesAPictureThatWouldUnpackToGigabytes() {
        refused(pngHeader(30_000, 30_000), "areas.logo.too-wide");
        refused(pngHeader(2_001, 1), "areas.logo.too-wide");
        refused(pngHeader(1, Integer.MAX_VALUE), "areas.logo.too-wide");
        byte[] gif = "GIF89a\u00ff\u00ff\u00ff\u00ff\0\0\0,\0\0\0\0\u00ff\u00ff\u00ff\u00ff\0\2\2"
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(gif, "areas.logo.too-wide");
    }

    @Test
    void refusesMoreThanHalfAMegabyteUnread() {
        refused(new byte[LogoImage.LARGEST + 1], "areas.logo.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void refusesAPictureThatIsCutOff(String format) throws IOException {
        byte[] whole = picture(format, 200, 200);

        for (int share : new int[] {2, 30, 60, 90}) {
            refused(Arrays.copyOf(whole, whole.length * share / 100), "areas.logo.unreadable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void survivesEveryDamage(String format) throws IOException {
        byte[] whole = picture(format, 40, 40);
        Random random = new Random(7);

        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(LogoImage.read(damaged).png()).isNotEmpty();
            } catch (InvalidLogo refused) {
                assertThat(refused.code()).startsWith("areas.logo.");
            }
        }
    }

    private static void refused(byte[] upload, String code) {
        assertThatThrownBy(() -> LogoImage.read(upload))
                .isInstanceOfSatisfying(
                        InvalidLogo.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private static BufferedImage kept(byte[] upload) throws IOException {
        byte[] png = LogoImage.read(upload).png();
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(new Color(220, 120, 20));
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.WHITE);
        for (int i = 0; i < width; i += 7) {
            canvas.drawLine(i, 0, i, height / 3);
        }
        canvas.dispose();
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** As much of a PNG as tells its measures, and a little of nothing. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(200);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        header.putInt(13);
        byte[] chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        CRC32 check = new CRC32();
        check.update(chunk);
        return header.put(chunk).putInt((int) check.getValue()).array();
    }
}
