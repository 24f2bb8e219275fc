package io.cohorte.areas;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is safe to hand out: whatever was uploaded, it is drawn anew and kept as PNG, so that nothing but the
 * picture itself comes through. What it is called, and what it claims to be, counts for nothing.
 */
public final class LogoImage {

    /** The most bytes that are looked at. */
    public static final int LARGEST = 512 * 1024;

    /** The most pixels either way of what is uploaded, read before anything is unpacked. */
    public static final int WIDEST = 2000;

    /** Pixels either way of what is kept. */
    static final int KEPT = 400;

    private final byte[] png;

    private LogoImage(byte[] png) {
        this.png = png;
    }

    /**
     * Reads a PNG, a JPEG, or the first picture of a GIF.
     *
     * @throws InvalidLogo if it is too large, no such picture, or not whole
     */
    public static LogoImage read(byte[] upload) {
        if (upload.length > LARGEST) {
            throw InvalidLogo.tooLarge();
        }
        return new LogoImage(asPng(smaller(decode(upload))));
    }

    byte[] png() {
        return png.clone();
    }

    /** The path of the logo a row tells of; null where it tells of none. */
    static @Nullable String path(ResultSet row) throws SQLException {
        UUID logo = row.getObject("logo_id", UUID.class);
        return logo == null ? null : "/logos/" + logo + ".png";
    }

    private static BufferedImage decode(byte[] upload) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format(upload)).next();
        Set<String> warnings = new HashSet<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > WIDEST) {
                throw InvalidLogo.tooWide();
            }
            BufferedImage image = reader.read(0);
            // A JPEG that is cut off ends in grey and a warning.
            if (!warnings.isEmpty()) {
                throw InvalidLogo.unreadable();
            }
            return image;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            // The readers of the JDK say in these three ways that a file is damaged.
            throw InvalidLogo.unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static String format(byte[] upload) {
        if (begins(upload, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        if (begins(upload, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        if (begins(upload, 'G', 'I', 'F', '8')) {
            return "gif";
        }
        throw InvalidLogo.unreadable();
    }

    private static boolean begins(byte[] upload, int... signature) {
        byte[] start = new byte[signature.length];
        for (int i = 0; i < signature.length; i++) {
            start[i] = (byte) signature[i];
        }
        return upload.length > start.length && Arrays.equals(upload, 0, start.length, start, 0, start.length);
    }

    /** Halves it until it nearly fits, then fits it: a single large step would leave out pixels. */
    private static BufferedImage smaller(BufferedImage image) {
        BufferedImage smaller = image;
        while (Math.max(smaller.getWidth(), smaller.getHeight()) > KEPT) {
            double longest = Math.max(smaller.getWidth(), smaller.getHeight());
            smaller = drawn(smaller, Math.max(0.5, KEPT / longest));
        }
        return smaller == image ? drawn(image, 1) : smaller;
    }

    private static BufferedImage drawn(BufferedImage image, double scale) {
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static byte[] asPng(BufferedImage image) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", new javax.imageio.stream.MemoryCacheImageOutputStream(png));
            return png.toByteArray();
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }
}
