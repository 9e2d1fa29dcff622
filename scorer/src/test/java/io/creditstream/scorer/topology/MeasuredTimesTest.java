package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.enrichment.HistoryAssembler;
import io.creditstream.scorer.enrichment.SourcePages;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.fixture.TopologyBench;
import io.creditstream.scorer.fixture.WorkClock;
import io.creditstream.scorer.model.DecisionModel;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an application takes is measured whole. */
class MeasuredTimesTest {

  private static final Duration READING = Duration.ofSeconds(3);
  private static final Duration OPENING = Duration.ofSeconds(2);

  /** The bench sends so long before now. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(1);

  private final WorkClock clock = new WorkClock();
  private final TopologyBench bench = new TopologyBench(clock, this::withSlowStore);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldHoldTheReadsOfTheStores() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 1_000, Events.PAST));

    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.metrics().lastScoring()).isEqualTo(READING);
    assertThat(bench.metrics().lastEndToEnd()).isEqualTo(UNDER_WAY.plus(READING));
  }

  @Test
  void shouldHoldTheWorkOfTheModel() {
    DecisionModel model = FakeModels.linear("m-2");
    bench
        .model()
        .activate(
            FakeModels.model(
                "m-2",
                model.policy(),
                () -> {
                  clock.pass(OPENING);
                  return model.sessions().get();
                }));

    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.metrics().lastScoring()).isEqualTo(OPENING);
    assertThat(bench.metrics().lastEndToEnd()).isEqualTo(UNDER_WAY.plus(OPENING));
  }

  private ScoringParts withSlowStore(ScoringParts parts) {
    Map<HistorySource<?>, SourcePages<?>> pages = new HashMap<>();
    HistorySource.all().forEach(source -> pages.put(source, parts.histories().pages(source)));
    pages.put(HistorySource.BUREAU_CREDITS, slow());
    return new ScoringParts(
        parts.applicationGate(),
        parts.rescoreGate(),
        parts.historyGates(),
        new HistoryAssembler(pages),
        parts.decisionSerializer(),
        parts.decisionDeserializer(),
        parts.models(),
        parts.settings(),
        parts.metrics(),
        parts.uncommitted(),
        parts.clocks());
  }

  /** Takes its time to read a record, which is always the same. */
  private SourcePages<BureauCredit> slow() {
    return new SourcePages<>(
        HistorySource.BUREAU_CREDITS,
        new Deserializer<BureauCredit>() {
          @Override
          public BureauCredit deserialize(String topic, byte[] value) {
            throw new IllegalStateException("records of pages are read in place");
          }

          @Override
          public BureauCredit deserialize(String topic, Headers headers, ByteBuffer value) {
            clock.pass(READING);
            return Events.credit("b-1", 1_000, Events.PAST);
          }
        });
  }
}
