package io.creditstream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowLabel;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.service.config.Configuration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftMonitorSettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "CREDITSTREAM_BOOTSTRAP_SERVERS", "b:1",
          "CREDITSTREAM_SCHEMA_REGISTRY_URL", "http://r:2",
          "CREDITSTREAM_STATE_DIR", "state");

  @Test
  void shouldFillInTheDefaults() {
    DriftMonitorConfig config = read(REQUIRED);

    assertThat(config).isEqualTo(DriftMonitorConfig.defaults(config.kafka(), 8082));
    assertThat(config.kafka().bootstrapServers()).isEqualTo("b:1");
    assertThat(config.kafka().registryUrl()).isEqualTo("http://r:2");
    assertThat(config.kafka().stateDirectory()).isEqualTo(Path.of("state"));
    assertThat(config.kafka().applicationId()).isEqualTo("creditstream-drift-monitor");
    assertThat(config.service().http().host()).isEqualTo("127.0.0.1");
    assertThat(config.service().http().port()).isEqualTo(8082);
    assertThat(config.windows().sizes())
        .containsExactly(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));
    assertThat(config.windows().idleTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.thresholds().common().minSamples()).isEqualTo(500);
  }

  @Test
  void shouldTakeEveryVariable() {
    Map<String, String> all = new HashMap<>(REQUIRED);
    all.put("CREDITSTREAM_APPLICATION_ID", "id");
    all.put("CREDITSTREAM_GROUP_INSTANCE_ID", "one");
    all.put("CREDITSTREAM_HOST", "::1");
    all.put("CREDITSTREAM_PORT", "0");
    all.put("CREDITSTREAM_PARTITIONS", "2");
    all.put("CREDITSTREAM_REPLICATION_FACTOR", "3");
    all.put("CREDITSTREAM_THREADS", "2");
    all.put("CREDITSTREAM_WINDOW_SIZES", "PT1H, PT6H");
    all.put("CREDITSTREAM_WINDOW_GRACE", "PT2M");
    all.put("CREDITSTREAM_IDLE_TIMEOUT", "PT3S");
    all.put("CREDITSTREAM_FLUSH_INTERVAL", "PT4S");
    all.put("CREDITSTREAM_FUTURE_TOLERANCE", "PT5S");
    all.put("CREDITSTREAM_THRESHOLDS", "EXT_SOURCE_1:missing_rate=0.1");
    all.put("CREDITSTREAM_KAFKA_SECURITY_PROTOCOL", "SSL");

    DriftMonitorConfig config = read(all);

    assertThat(config.kafka().applicationId()).isEqualTo("id");
    assertThat(config.kafka().groupInstanceId()).isEqualTo("one");
    assertThat(config.kafka().clientProperties()).containsEntry("security.protocol", "SSL");
    assertThat(config.service().http().host()).isEqualTo("::1");
    assertThat(config.service().http().port()).isZero();
    assertThat(config.service().topics().partitions()).isEqualTo(2);
    assertThat(config.service().topics().replicationFactor()).isEqualTo((short) 3);
    assertThat(config.service().streams().threads()).isEqualTo(2);
    assertThat(config.windows())
        .isEqualTo(
            new WindowSettings(
                List.of(Duration.ofHours(1), Duration.ofHours(6)),
                Duration.ofMinutes(2),
                Duration.ofSeconds(3)));
    assertThat(config.counting().flushInterval()).isEqualTo(Duration.ofSeconds(4));
    assertThat(config.counting().futureTolerance()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.thresholds().of("EXT_SOURCE_1").missingRate()).isEqualTo(0.1);
  }

  @Test
  void shouldNameTheVariableThatIsMissingOrWrong() {
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("CREDITSTREAM_BOOTSTRAP_SERVERS is not set: give host:port of the brokers");
    Map<String, String> wrong = new HashMap<>(REQUIRED);
    wrong.put("CREDITSTREAM_WINDOW_SIZES", "5m");
    assertThatThrownBy(() -> read(wrong))
        .hasMessage("CREDITSTREAM_WINDOW_SIZES is not understood: the default is PT5M,PT1H,P1D");
    wrong.put("CREDITSTREAM_WINDOW_SIZES", "PT0S");
    assertThatThrownBy(() -> read(wrong)).hasMessageContaining("window size");
    wrong.put("CREDITSTREAM_WINDOW_SIZES", "PT5M,PT12M");
    assertThatThrownBy(() -> read(wrong))
        .hasMessage("window size PT12M is no larger multiple of PT5M");
  }

  @Test
  void shouldLabelWindowsShortly() {
    assertThat(WindowLabel.of(Duration.ofMinutes(5))).isEqualTo("5m");
    assertThat(WindowLabel.of(Duration.ofHours(2))).isEqualTo("2h");
    assertThat(WindowLabel.of(Duration.ofDays(1))).isEqualTo("1d");
    assertThat(WindowLabel.of(Duration.ofSeconds(90))).isEqualTo("90s");
    assertThat(WindowLabel.of(Duration.ofMillis(250))).isEqualTo("250ms");
  }

  @Test
  void shouldKeepTheLargerSizesThatTheSmallestDivides() {
    WindowSettings windows = WindowSettings.defaults();

    assertThat(windows.withSmallest(Duration.ofMinutes(1)).sizes())
        .containsExactly(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1));
    assertThat(windows.withSmallest(Duration.ofMinutes(7)).sizes())
        .containsExactly(Duration.ofMinutes(7));
    assertThat(windows.withSmallest(Duration.ofHours(2)).sizes())
        .containsExactly(Duration.ofHours(2), Duration.ofDays(1));
  }

  @Test
  void shouldCutEventTimeAtMultiplesOfTheSize() {
    ModelWindow window = WindowSettings.defaults().windowOf("m", 1_700_000_123_456L);

    assertThat(window.start()).isEqualTo(1_700_000_100_000L);
    assertThat(window.end()).isEqualTo(1_700_000_400_000L);
    assertThat(window.within(3_600_000).start()).isEqualTo(1_699_999_200_000L);
  }

  private static DriftMonitorConfig read(Map<String, String> environment) {
    return DriftMonitorSettings.read(
        Configuration.ofEnvironment(DriftMonitorSettings.all(), environment));
  }
}
