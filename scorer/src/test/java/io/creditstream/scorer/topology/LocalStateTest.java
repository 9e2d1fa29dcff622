package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.AdvertisedUrl;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that has ended, and one that was never started, are asked. */
class LocalStateTest {

  private static final AdvertisedUrl SELF = AdvertisedUrl.parse("http://127.0.0.1:8081");

  private static final ScoringParts PARTS =
      ScoringParts.over(
          new InMemorySchemaRegistryClient(),
          ScoringModels.of(new ActiveModel()),
          DecisionSettings.defaults(),
          new CountingMetrics());

  @TempDir Path directory;
  private KafkaStreams streams;

  private void create(boolean close) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ended");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
    streams = new KafkaStreams(new Topology().addSource("read", "topic"), properties);
    if (close) {
      streams.close();
    }
  }

  @AfterEach
  void close() {
    streams.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldSayThatAStreamThatDoesNotRunCannotTell(boolean ended) {
    create(ended);

    assertUnavailable(state(Optional.empty()));
    assertUnavailable(state(Optional.of(SELF)));
  }

  @Test
  void shouldNotKnowTheInstancesOfAStreamThatHasEnded() {
    create(true);
    StreamsInstances instances = new StreamsInstances(streams, SELF);

    assertThat(instances.of("client-1")).isEqualTo(new Instances.Holder.Unknown());
    assertThatThrownBy(instances::others).isInstanceOf(StateUnavailableException.class);
  }

  private LocalState state(Optional<AdvertisedUrl> self) {
    return new LocalState(
        streams, self, new UncommittedDecisions(), PARTS.histories(), PARTS.decisionDeserializer());
  }

  private static void assertUnavailable(LocalState state) {
    assertThatThrownBy(() -> state.decision("a-1")).isInstanceOf(StateUnavailableException.class);
    assertThatThrownBy(() -> state.decisions("client-1", "", 10))
        .isInstanceOf(StateUnavailableException.class);
  }
}
