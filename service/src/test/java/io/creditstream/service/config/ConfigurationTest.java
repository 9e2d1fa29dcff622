package io.creditstream.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

  private static final Setting NAME = Setting.required("NAME", "a name");
  private static final Setting PORT = Setting.of("PORT", 5, "a port");
  private static final Setting PACE = Setting.of("PACE", "PT2S", "a time");
  private static final Setting ALL = Setting.of("ALL", true, "whether all");
  private static final Setting ORIGIN = Setting.of("ORIGIN", "flag", "where from");
  private static final Setting SIZES = Setting.of("SIZES", "PT5M,P1D", "times");
  private static final Setting WORDS = Setting.optional("WORDS", "words");
  private static final Setting THREADS = Setting.optional("THREADS", "threads");
  private static final Setting PASSWORD = Setting.secret("PASSWORD", "a password");
  private static final Setting URL = Setting.optional("URL", "an address");
  private static final List<Setting> SETTINGS =
      List.of(NAME, PORT, PACE, ALL, ORIGIN, SIZES, WORDS, THREADS, PASSWORD, URL);

  @TempDir private Path directory;

  @Test
  void shouldGiveDefaults() {
    Configuration none = Configuration.ofEnvironment(SETTINGS, Map.of());

    assertThat(none.number(PORT)).isEqualTo(5);
    assertThat(none.duration(PACE)).isEqualTo(Duration.ofSeconds(2));
    assertThat(none.flag(ALL)).isTrue();
    assertThat(none.choice(ORIGIN, Origin.class)).isEqualTo(Origin.FLAG);
    assertThat(none.durations(SIZES)).containsExactly(Duration.ofMinutes(5), Duration.ofDays(1));
    assertThat(none.find(WORDS)).isNull();
    assertThat(none.list(WORDS)).isEmpty();
    assertThat(none.number(THREADS, 3)).isEqualTo(3);
    assertThat(none.clientProperties()).isEmpty();
  }

  @Test
  void shouldReadWhatWasGiven() {
    Configuration given =
        Configuration.ofEnvironment(
            SETTINGS,
            Map.of(
                "CREDITSTREAM_PORT", "7",
                "CREDITSTREAM_ORIGIN", "file",
                "CREDITSTREAM_SIZES", "PT1M, PT2M",
                "CREDITSTREAM_WORDS", "one, two",
                "CREDITSTREAM_THREADS", "2"));

    assertThat(given.number(PORT)).isEqualTo(7);
    assertThat(given.choice(ORIGIN, Origin.class)).isEqualTo(Origin.FILE);
    assertThat(given.durations(SIZES))
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
    assertThat(given.list(WORDS)).containsExactly("one", "two");
    assertThat(given.number(THREADS, 3)).isEqualTo(2);
  }

  @Test
  void shouldPreferFlagsToTheEnvironmentAndThatToTheFile() throws Exception {
    Path file =
        file(
            """
            CREDITSTREAM_NAME=file
            CREDITSTREAM_PORT=1
            CREDITSTREAM_WORDS=äöü
            CREDITSTREAM_KAFKA_SECURITY_PROTOCOL=SSL
            CREDITSTREAM_KAFKA_CLIENT_ID=file
            """);
    Map<String, String> environment =
        Map.of(
            "CREDITSTREAM_CONFIG", file.toString(),
            "CREDITSTREAM_NAME", "environment",
            "CREDITSTREAM_PORT", "2",
            "CREDITSTREAM_KAFKA_CLIENT_ID", "environment");

    Configuration given =
        Arguments.parse(SETTINGS, "--port=3", "--kafka", "client.id=flag")
            .configuration(SETTINGS, environment);

    assertThat(given.require(NAME)).isEqualTo("environment");
    assertThat(given.number(PORT)).isEqualTo(3);
    assertThat(given.find(WORDS)).isEqualTo("äöü");
    assertThat(given.clientProperties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("security.protocol", "SSL", "client.id", "flag"));
    assertThat(given.lines())
        .containsExactly(
            "environment  CREDITSTREAM_NAME=environment",
            "flag         CREDITSTREAM_PORT=3",
            "default      CREDITSTREAM_PACE=PT2S",
            "default      CREDITSTREAM_ALL=true",
            "default      CREDITSTREAM_ORIGIN=flag",
            "default      CREDITSTREAM_SIZES=PT5M,P1D",
            "file         CREDITSTREAM_WORDS=äöü",
            "flag         CREDITSTREAM_KAFKA_CLIENT_ID=flag",
            "file         CREDITSTREAM_KAFKA_SECURITY_PROTOCOL=SSL");
  }

  @Test
  void shouldPreferTheFileOfAFlag() throws Exception {
    Path file = file("CREDITSTREAM_NAME=right");

    Configuration given =
        Arguments.parse(SETTINGS, "--config", file.toString())
            .configuration(SETTINGS, Map.of("CREDITSTREAM_CONFIG", "/no/such/file"));

    assertThat(given.require(NAME)).isEqualTo("right");
  }

  @ParameterizedTest
  @CsvSource({
    "CREDITSTREAM_NAMES, ; did you mean CREDITSTREAM_NAME?",
    "CREDITSTREAM_PASSWROD, ; did you mean CREDITSTREAM_PASSWORD?",
    "CREDITSTREAM_THRAEDS, ; did you mean CREDITSTREAM_THREADS?",
    "CREDITSTREAM_SOMETHING_ELSE, ; --help lists what is",
    "CREDITSTREAM_KAFKA_, ; --help lists what is",
  })
  void shouldRefuseAVariableThatIsNotKnownWithTheNearestThatIs(String name, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Configuration.ofEnvironment(SETTINGS, Map.of(name, "hush")))
        .withMessage(name + " is not known" + message);
  }

  @Test
  void shouldRefuseAKeyOfTheFileThatIsNotKnown() throws Exception {
    Path file = file("PORT=1");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Configuration.ofEnvironment(
                    SETTINGS, Map.of("CREDITSTREAM_CONFIG", file.toString())))
        .withMessage("PORT is not known (in " + file + "); did you mean CREDITSTREAM_PORT?");
  }

  @Test
  void shouldLeaveOtherVariablesOfTheEnvironmentAlone() {
    Configuration given =
        Configuration.ofEnvironment(
            SETTINGS,
            Map.of("CREDITSTREAM_JAVA_OPTS", "-Xmx1g", "PATH", "/bin", "KAFKA_OPTS", "x"));

    assertThat(given.lines()).noneMatch(line -> line.contains("JAVA_OPTS"));
  }

  @Test
  void shouldSayThatTheFileCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Configuration.ofEnvironment(
                    SETTINGS, Map.of("CREDITSTREAM_CONFIG", "/no/such/file")))
        .withMessageStartingWith(
            "the configuration file /no/such/file cannot be read (NoSuchFileException)");
  }

  @Test
  void shouldNameTheVariableThatIsMissingOrNotUnderstood() {
    Configuration wrong =
        Configuration.ofEnvironment(
            SETTINGS,
            Map.of(
                "CREDITSTREAM_NAME", " ",
                "CREDITSTREAM_PORT", "eighty",
                "CREDITSTREAM_ALL", "yes",
                "CREDITSTREAM_ORIGIN", "nowhere",
                "CREDITSTREAM_PACE", "5m"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.require(NAME))
        .withMessage("CREDITSTREAM_NAME is not set: give a name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.number(PORT))
        .withMessage("CREDITSTREAM_PORT is not understood: the default is 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.flag(ALL))
        .withMessage("CREDITSTREAM_ALL is not understood: the default is true");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.choice(ORIGIN, Origin.class))
        .withMessage("CREDITSTREAM_ORIGIN is not understood: the default is flag");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.duration(PACE))
        .withMessage("CREDITSTREAM_PACE is not understood: the default is PT2S");
  }

  @ParameterizedTest
  @CsvSource({
    "CREDITSTREAM_PASSWORD, hush, ********",
    "CREDITSTREAM_URL, http://u:hush@host:1/p, http://********@host:1/p",
    "CREDITSTREAM_URL, 'http://u:hu,sh@a:1,http://hush@b:2', 'http://********@a:1,http://********@b:2'",
    "CREDITSTREAM_URL, jdbc:postgresql://h/d?user=u&password=hu@sh, jdbc:postgresql://h/d?user=u&password=********",
    "CREDITSTREAM_URL, http://host:1/p, http://host:1/p",
    "CREDITSTREAM_KAFKA_SASL_JAAS_CONFIG, hush, ********",
    "CREDITSTREAM_KAFKA_SSL_KEYSTORE_PASSWORD, hush, ********",
    "CREDITSTREAM_KAFKA_SSL_KEYSTORE_KEY, hush, ********",
    "CREDITSTREAM_KAFKA_CONSUMER_SASL_JAAS_CONFIG, hush, ********",
    "CREDITSTREAM_KAFKA_PLUGIN_TOKEN, hush, ********",
    "CREDITSTREAM_KAFKA_CONSUMER_FETCH_MIN_BYTES, 17, 17",
    "CREDITSTREAM_KAFKA_SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, http://u:hush@h/t, http://********@h/t",
  })
  void shouldPrintNoSecret(String variable, String value, String shown) {
    Configuration given = Configuration.ofEnvironment(SETTINGS, Map.of(variable, value));

    assertThat(given.lines())
        .contains("environment  " + variable + "=" + shown)
        .noneMatch(line -> line.contains("hush"));
  }

  private Path file(String text) throws Exception {
    return Files.writeString(directory.resolve("creditstream.properties"), text);
  }
}
