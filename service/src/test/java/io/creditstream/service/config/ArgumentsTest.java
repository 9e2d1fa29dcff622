package io.creditstream.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private static final List<Setting> SETTINGS =
      List.of(
          Setting.of("WINDOW_SIZES", "PT5M", "lengths of windows"),
          Setting.required("STATE_DIR", "a directory"),
          Setting.secret("DATABASE_PASSWORD", "a password"));

  @Test
  void shouldTakeValuesBehindAnEqualsSignOrInTheNextArgument() {
    Arguments arguments =
        Arguments.parse(
            SETTINGS,
            "--window-sizes=PT1M,PT1H",
            "--state-dir",
            "/state",
            "--kafka",
            "security.protocol=SSL",
            "--kafka=plugin.some_Thing=a=b",
            "--config=/etc/scorer.properties");

    assertThat(arguments.flags())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "CREDITSTREAM_WINDOW_SIZES", "PT1M,PT1H",
                "CREDITSTREAM_STATE_DIR", "/state",
                "CREDITSTREAM_KAFKA_SECURITY_PROTOCOL", "SSL",
                "CREDITSTREAM_KAFKA_plugin.some_Thing", "a=b"));
    assertThat(arguments.file()).contains(Path.of("/etc/scorer.properties"));
    assertThat(arguments.printConfig()).isFalse();
    assertThat(arguments.help()).isFalse();
  }

  @Test
  void shouldTellPropertiesOfPluginsAsTheyAre() {
    Arguments arguments = Arguments.parse(SETTINGS, "--kafka=plugin.some_Thing=x");

    assertThat(arguments.configuration(SETTINGS, Map.of()).clientProperties())
        .containsExactlyEntriesOf(Map.of("plugin.some_Thing", "x"));
  }

  @Test
  void shouldKnowWhatOnlyPrints() {
    assertThat(Arguments.parse(SETTINGS, "--print-config").printConfig()).isTrue();
    assertThat(Arguments.parse(SETTINGS, "--help").help()).isTrue();
  }

  @Test
  void shouldNameWhatIsNotKnownOrLacksAValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(SETTINGS, "--windows-sizes=PT1M"))
        .withMessage("--windows-sizes is not known; did you mean --window-sizes?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(SETTINGS, "start"))
        .withMessage("start is not known; --help lists what is");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(SETTINGS, "--state-dir"))
        .withMessage("--state-dir needs a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.parse(SETTINGS, "--kafka", "security.protocol"))
        .withMessageStartingWith("--kafka needs KEY=VALUE");
  }

  @Test
  void shouldListTheSettingsForPeople() {
    assertThat(SettingsHelp.of("creditstream-scorer", SETTINGS))
        .startsWith("creditstream-scorer takes each setting")
        .contains("--window-sizes, CREDITSTREAM_WINDOW_SIZES")
        .contains("lengths of windows (default PT5M)")
        .contains("a directory (required)")
        .contains("a password (optional)");
  }
}
