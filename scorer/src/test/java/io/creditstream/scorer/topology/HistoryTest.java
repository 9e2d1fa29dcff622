package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.TopologyBench;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Instant EARLY = Events.NOW.minusSeconds(2_000);
  private static final Instant LATE = Events.NOW.minusSeconds(1_000);

  private final TopologyBench bench = new TopologyBench();
  private int applications;

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldUseTheHistoryOfTheClient() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-2", 20, EARLY));

    LoanDecision decision = decide();

    assertThat(decision.getFeatures().get(2)).isEqualTo(120.0);
    assertThat(decision.getMissingSources()).hasSize(4).doesNotContain("credit.bureau-credits.v1");
  }

  @Test
  void shouldLetNothingChangeByARepeat() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));

    assertThat(sum()).isEqualTo(100.0);
  }

  @Test
  void shouldReplaceByACorrectionButNeverByAnOlderVersion() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 50, LATE));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));

    assertThat(sum()).isEqualTo(50.0);
  }

  @Test
  void shouldRemoveARecordForGood() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-2", 7, EARLY));
    bench.send(Topics.BUREAU_CREDITS, Events.removal("b-1", LATE));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));

    assertThat(sum()).isEqualTo(7.0);
  }

  @Test
  void shouldEraseTheClientUpToTheTimeOfATombstone() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.send(
        Topics.BUREAU_CREDITS,
        Events.CLIENT.getBytes(UTF_8),
        null,
        LATE.minusSeconds(1),
        new RecordHeaders());
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-2", 20, EARLY));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-3", 3, LATE));

    assertThat(sum()).isEqualTo(3.0);
    assertThat(bench.metrics().events()).contains("tombstone credit.bureau-credits.v1");
  }

  @Test
  void shouldKeepTheSourcesApart() {
    bench.send(Topics.INSTALLMENT_PAYMENTS, Events.payment("p-1", EARLY));

    assertThat(decide().getMissingSources()).doesNotContain("credit.installment-payments.v1");
  }

  private Double sum() {
    return decide().getFeatures().get(2);
  }

  private LoanDecision decide() {
    bench.send(Topics.APPLICATIONS, Events.application("a-" + applications++));
    return bench.decisions().get(0);
  }
}
