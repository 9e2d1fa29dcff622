package io.creditstream.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.history.HistorySource;
import io.creditstream.model.ModelEngine;
import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.http.AdvertisedUrl;
import io.creditstream.service.http.RequestLimits;
import io.creditstream.service.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerSettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "CREDITSTREAM_BOOTSTRAP_SERVERS", "b:9092",
          "CREDITSTREAM_SCHEMA_REGISTRY_URL", "http://r:8080",
          "CREDITSTREAM_STATE_DIR", "state");

  private static final Path STATE = Path.of("state");

  @Test
  void shouldFillDefaults() {
    ScorerConfig config = read(REQUIRED);

    assertThat(config).isEqualTo(ScorerConfig.defaults(config.kafka(), 8081));
    assertThat(config.kafka())
        .isEqualTo(KafkaSettings.of("b:9092", "http://r:8080", "creditstream-scorer", STATE));
    assertThat(config.service().http().host()).isEqualTo("127.0.0.1");
    assertThat(config.service().topics().partitions()).isEqualTo(4);
    assertThat(config.service().streams().threads())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(config.service().streams().commitInterval()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.decisions().explainAll()).isFalse();
    assertThat(config.decisions().futureTolerance()).isEqualTo(Duration.ofDays(1));
    assertThat(config.models().engine()).isEqualTo(ModelEngine.COMPILED);
  }

  @Test
  void shouldReadEveryVariable() {
    Map<String, String> variables = new HashMap<>(REQUIRED);
    variables.put("CREDITSTREAM_APPLICATION_ID", "other");
    variables.put("CREDITSTREAM_GROUP_INSTANCE_ID", "one");
    variables.put("CREDITSTREAM_HOST", "127.0.0.2");
    variables.put("CREDITSTREAM_PORT", "0");
    variables.put("CREDITSTREAM_PARTITIONS", "12");
    variables.put("CREDITSTREAM_REPLICATION_FACTOR", "3");
    variables.put("CREDITSTREAM_THREADS", "7");
    variables.put("CREDITSTREAM_EXPLAIN_ALL", "true");
    variables.put("CREDITSTREAM_FUTURE_TOLERANCE", "PT1H");
    variables.put("CREDITSTREAM_MODEL_ENGINE", "lightgbm");
    variables.put("CREDITSTREAM_CHALLENGER_BUDGET", "PT0.1S");
    variables.put("CREDITSTREAM_CHALLENGER_PAUSE", "PT5M");
    variables.put("CREDITSTREAM_DECISION_RETENTION", "P30D");
    variables.put("CREDITSTREAM_HISTORY_DEADLINE", "PT10S");
    variables.put(
        "CREDITSTREAM_HISTORY_REQUIRED",
        "credit.bureau-credits.v1, credit.installment-payments.v1");
    variables.put("CREDITSTREAM_KAFKA_SECURITY_PROTOCOL", "SSL");
    variables.put("CREDITSTREAM_MAX_BODY_BYTES", "2048");
    variables.put("CREDITSTREAM_MAX_CONCURRENT_REQUESTS", "32");
    variables.put("CREDITSTREAM_REQUESTS_PER_SECOND", "50");
    variables.put("CREDITSTREAM_REQUEST_BURST", "80");
    variables.put("CREDITSTREAM_CALLER_HEADER", "X-Caller");
    variables.put("CREDITSTREAM_CALLER_SILENCE", "PT5S");
    variables.put("CREDITSTREAM_ADVERTISED_URL", "https://scorer-1:8443");

    ScorerConfig config = read(variables);

    assertThat(config.kafka().bootstrapServers()).isEqualTo("b:9092");
    assertThat(config.kafka().registryUrl()).isEqualTo("http://r:8080");
    assertThat(config.kafka().stateDirectory()).isEqualTo(Path.of("state"));
    assertThat(config.kafka().applicationId()).isEqualTo("other");
    assertThat(config.kafka().groupInstanceId()).isEqualTo("one");
    assertThat(config.kafka().clientProperties()).containsEntry("security.protocol", "SSL");
    assertThat(config.service().http().host()).isEqualTo("127.0.0.2");
    assertThat(config.service().http().port()).isZero();
    assertThat(config.service().http().limits())
        .isEqualTo(new RequestLimits(2048, 32, 50, 80, "X-Caller", Duration.ofSeconds(5)));
    assertThat(config.service().topics().partitions()).isEqualTo(12);
    assertThat(config.service().topics().replicationFactor()).isEqualTo((short) 3);
    assertThat(config.service().streams().threads()).isEqualTo(7);
    assertThat(config.decisions().explainAll()).isTrue();
    assertThat(config.decisions().futureTolerance()).isEqualTo(Duration.ofHours(1));
    assertThat(config.models().engine()).isEqualTo(ModelEngine.LIGHTGBM);
    assertThat(config.advertised()).isEqualTo(new AdvertisedUrl("https", "scorer-1", 8443));
    assertThat(config.decisions().retention()).isEqualTo(Duration.ofDays(30));
    assertThat(config.decisions().historyWait())
        .isEqualTo(
            new HistoryWait(
                Duration.ofSeconds(10),
                List.of(HistorySource.BUREAU_CREDITS, HistorySource.INSTALLMENT_PAYMENTS)));
    assertThat(config.models().challenger())
        .isEqualTo(new ChallengerBudget(Duration.ofMillis(100), Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "CREDITSTREAM_PORT, eighty",
    "CREDITSTREAM_THREADS, ''",
    "CREDITSTREAM_EXPLAIN_ALL, yes",
    "CREDITSTREAM_FUTURE_TOLERANCE, 1 day",
    "CREDITSTREAM_MODEL_ENGINE, turbo",
    "CREDITSTREAM_HISTORY_DEADLINE, 10",
    "CREDITSTREAM_HISTORY_REQUIRED, bureau",
    "CREDITSTREAM_HISTORY_REQUIRED, ''",
    "CREDITSTREAM_ADVERTISED_URL, scorer-1",
    "CREDITSTREAM_MODEL_PUBLIC_KEY, no-such-file.pem",
    "CREDITSTREAM_ADVERTISED_URL, http://scorer-1",
    "CREDITSTREAM_ADVERTISED_URL, http://scorer-1:8081/path",
    "CREDITSTREAM_ADVERTISED_URL, ftp://scorer-1:8081",
  })
  void shouldNameTheVariableThatIsNotUnderstood(String name, String value) {
    Map<String, String> variables = new HashMap<>(REQUIRED);
    variables.put(name, value);

    assertThatThrownBy(() -> read(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is not understood");
  }

  @Test
  void shouldRefuseALimitOfCallersThatItCannotTellApart() {
    Map<String, String> variables = new HashMap<>(REQUIRED);
    variables.put("CREDITSTREAM_ADVERTISED_URL", "http://scorer-1:8081");
    variables.put("CREDITSTREAM_REQUESTS_PER_SECOND", "5");

    assertThatThrownBy(() -> read(variables))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CREDITSTREAM_CALLER_HEADER");
    variables.put("CREDITSTREAM_CALLER_HEADER", "X-Forwarded-For");
    assertThat(read(variables).service().http().limits().perSecond()).isEqualTo(5);
  }

  @Test
  void shouldNameTheVariableThatIsMissing() {
    assertThatThrownBy(() -> read(Map.of()))
        .hasMessage("CREDITSTREAM_BOOTSTRAP_SERVERS is not set: give host:port of the brokers");
  }

  private static ScorerConfig read(Map<String, String> environment) {
    return ScorerSettings.read(Configuration.ofEnvironment(ScorerSettings.all(), environment));
  }
}
