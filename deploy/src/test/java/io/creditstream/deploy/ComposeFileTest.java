package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compose file says, without a Docker engine. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..");

  /** Read by docker-compose itself. */
  private static final String PROFILES = "COMPOSE_PROFILES";

  private final String compose = read("docker-compose.yml");

  @ParameterizedTest
  @ValueSource(strings = {".env", "deploy/compose/three-brokers.env"})
  void shouldFindEachOfItsSettings(String file) {
    Set<String> settings = new TreeSet<>(all("(?m)^(\\w+)=", read(file)));
    settings.remove(PROFILES);

    assertThat(settings).isEqualTo(new TreeSet<>(all("\\$\\{(\\w+)}", compose)));
  }

  @Test
  void shouldPinTheImagesOfOthers() {
    assertThat(all("(?m)^ +image: (\\S+)$", compose))
        .hasSizeGreaterThan(8)
        .allMatch(
            image -> image.matches("(creditstream/[a-z-]+:\\$\\{\\w+}|[a-z/-]+:v?[0-9][\\w.]*)"));
  }

  @Test
  void shouldPublishPortsOnTheLoopbackAddressAlone() {
    assertThat(all("(?m)^ +ports: (.+)$", compose))
        .hasSizeGreaterThan(8)
        .allMatch(ports -> ports.matches("\\[\"127\\.0\\.0\\.1:[^,]+\"]"));
  }

  @Test
  void shouldTakeEachSecretFromAFile() {
    assertThat(all("(?m)^    file: \\$\\{SECRETS}/(\\S+)$", compose))
        .hasSizeGreaterThan(2)
        .allMatch(secret -> Files.isRegularFile(ROOT.resolve("deploy/compose/secrets/" + secret)));
    assertThat(all("(?m)^ +\\w*PASSWORD\\w*: (.+)$", compose))
        .isNotEmpty()
        .allMatch(value -> value.startsWith("/run/secrets/"));
  }

  /** The first group of each place that matches. */
  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
