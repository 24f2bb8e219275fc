package io.cohorte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be seen of the image and the compose file without running them. */
class ContainerTests {

    /** Of a jar that says nothing else, by the documentation of its tools. */
    private static final List<String> LAYERS =
            List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");

    @Test
    void takesEveryLayerOfTheJarWhatChangesLeastFirst() throws IOException {
        List<String> copied = arguments("COPY").stream()
                .filter(it -> it.startsWith("--from=build"))
                .map(it -> it.replaceFirst(".*/extracted/([a-z-]+)/ \\./$", "$1"))
                .toList();

        assertThat(copied).isEqualTo(LAYERS);
        Optional<Path> jar = builtJar();
        if (jar.isPresent()) {
            assertThat(layersOf(jar.get())).isEqualTo(LAYERS);
        }
    }

    @Test
    void runsJavaItselfAsNobodyWhoOwnsOnlyTheData() throws IOException {
        assertThat(arguments("USER")).singleElement().asString().matches("[1-9]\\d{3,}:[1-9]\\d{3,}");
        String user = arguments("USER").get(0).split(":")[0];
        assertThat(arguments("RUN")).anyMatch(it -> it.contains("-o " + user) && it.contains("0700 /data"));
        assertThat(arguments("ENTRYPOINT")).singleElement().asString().startsWith("[\"java\",");
        assertThat(arguments("ENTRYPOINT").get(0)).contains("cohorte.jar");
        assertThat(arguments("VOLUME")).containsExactly("/data");
        assertThat(arguments("ENV"))
                .singleElement()
                .asString()
                .contains("COHORTE_DATA=/data", "SERVER_ADDRESS=0.0.0.0");
        assertThat(arguments("HEALTHCHECK")).singleElement().asString().contains("/actuator/health/readiness");
    }

    @Test
    void bringsNoSecretsAndNothingOfThisMachineIntoTheImage() throws IOException {
        List<String> ignored = Files.readAllLines(Path.of(".dockerignore"));

        assertThat(ignored).contains("*").doesNotContain("!.git", "!.env", "!data", "!target");
        assertThat(Files.readString(Path.of("Dockerfile"))).doesNotContainIgnoringCase("password");
    }

    @Test
    void composesTheProgramADatabaseAndAMailCatcher() throws IOException {
        Map<String, Object> services = map(compose().get("services"));

        assertThat(services).containsOnlyKeys("app", "database", "mail");
        Map<String, Object> app = map(services.get("app"));
        assertThat(map(app.get("environment")).get("SPRING_DATASOURCE_URL"))
                .isEqualTo("jdbc:postgresql://database:5432/cohorte");
        assertThat(map(map(app.get("depends_on")).get("database"))).containsEntry("condition", "service_healthy");
        Map<String, Object> database = map(services.get("database"));
        assertThat(database.get("image").toString()).matches("postgres:18.*");
        assertThat((List<?>) database.get("volumes"))
                .singleElement()
                .asString()
                .as("where the image of 18 keeps its data")
                .endsWith(":/var/lib/postgresql");
    }

    @Test
    void letsNobodyStartWithAPasswordEverybodyKnows() throws IOException {
        String text = Files.readString(Path.of("docker-compose.yml"));
        List<String> passwords = Pattern.compile("(?m)^\\s+\\w*PASSWORD: (.*)$")
                .matcher(text)
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(passwords)
                .hasSize(3)
                .allMatch(it -> it.matches("\\$\\{COHORTE_DATABASE_PASSWORD:\\?[^}]+}")
                        || it.equals("${SPRING_MAIL_PASSWORD:-}"));
    }

    @Test
    void opensItsPortsToThisMachineAlone() throws IOException {
        for (Object service : map(compose().get("services")).values()) {
            Object ports = map(service).getOrDefault("ports", List.of());
            assertThat((List<?>) ports).allMatch(it -> it.toString().startsWith("127.0.0.1:"));
        }
    }

    /** What follows an instruction, its lines joined to one. */
    private static List<String> arguments(String instruction) throws IOException {
        String text = Files.readString(Path.of("Dockerfile"))
                .replaceAll("(?m)^#.*\\R", "")
                .replaceAll("\\\\\\R\\s*", "");
        List<String> found = new ArrayList<>();
        Pattern.compile("(?m)^" + instruction + "\\s+(.*)$")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(it -> found.add(it.substring(instruction.length()).strip()));
        assertThat(text.lines().filter(it -> !it.isBlank()))
                .allMatch(
                        it -> it.matches("(FROM|WORKDIR|COPY|RUN|ENV|VOLUME|EXPOSE|USER|HEALTHCHECK|ENTRYPOINT)\\s.*"));
        return found;
    }

    private static Optional<Path> builtJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(it -> it.getFileName().toString().matches("cohorte-.*\\.jar"))
                    .findFirst();
        }
    }

    private static List<String> layersOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile());
                InputStream index = file.getInputStream(file.getEntry("BOOT-INF/layers.idx"))) {
            return new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> it.startsWith("- "))
                    .map(it -> it.replaceAll("[^a-z-]", "").replaceFirst("^-", ""))
                    .toList();
        }
    }

    private static Map<String, Object> compose() throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("docker-compose.yml")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
