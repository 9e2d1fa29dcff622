package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.TopologyBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LateHistoryTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Duration TICK = ApplicationProcessor.TICK;
  private static final Instant EARLY = Events.NOW.minusSeconds(2_000);
  private static final byte[] KEY = Events.CLIENT.getBytes(UTF_8);
  private static final String BUREAU = Topics.BUREAU_CREDITS.name();

  private final TopologyBench bench =
      new TopologyBench(
          new InMemorySchemaRegistryClient(),
          false,
          new HistoryWait(DEADLINE, List.of(HistorySource.BUREAU_CREDITS)));

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldDecideAtOnceWhereTheHistoryIsThere() {
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.decisions()).hasSize(1);
    assertThat(bench.metrics().waiting()).isZero();
  }

  @Test
  void shouldDecideOnceTheHistoryHasArrived() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.advance(DEADLINE.minusSeconds(10));
    assertThat(bench.decisions()).isEmpty();
    assertThat(bench.metrics().waiting()).isEqualTo(1);

    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.advance(TICK);
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-2", 20, EARLY));
    assertThat(bench.decisions()).isEmpty();
    bench.advance(TICK);

    LoanDecision decision = bench.decisions().get(0);
    assertThat(decision.getFeatures().get(2)).isEqualTo(120.0);
    assertThat(decision.getMissingSources()).doesNotContain(BUREAU);
    assertThat(decision.getSource().getOffset()).isZero();
    assertThat(bench.metrics().waiting()).isZero();
    assertThat(bench.metrics().events()).containsExactly("decided APPROVED m-1");
  }

  @Test
  void shouldDecideWithoutHistoryOnceTheDeadlineHasPassed() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.advance(DEADLINE.minus(TICK));
    assertThat(bench.decisions()).isEmpty();

    bench.advance(TICK);

    LoanDecision decision = bench.decisions().get(0);
    assertThat(decision.getMissingSources()).contains(BUREAU);
    assertThat(decision.getDecidedAt()).isEqualTo(Events.NOW.plus(DEADLINE));
    assertThat(bench.metrics().events()).containsExactly("history ran out", "decided APPROVED m-1");
  }

  @Test
  void shouldNotRewriteADecisionWhenHistoryComesAfterTheDeadline() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.advance(DEADLINE);
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.advance(DEADLINE);

    assertThat(bench.decisions()).hasSize(1);
  }

  @Test
  void shouldIgnoreHistoryOfSourcesThatAreNotRequired() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.INSTALLMENT_PAYMENTS, Events.payment("p-1", EARLY));
    settle();
    settle();

    assertThat(bench.decisions()).isEmpty();
    assertThat(bench.metrics().waiting()).isEqualTo(1);
  }

  @Test
  void shouldTakeRepeatsAndSetConflictsAsideWhileWaiting() {
    LoanApplication other = Events.application("a-1");
    other.setAmtCredit(1.0);
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, other);
    bench.advance(DEADLINE);
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.decisions()).hasSize(1);
    assertThat(bench.deadLetters(Topics.APPLICATIONS)).hasSize(1);
    assertThat(bench.metrics().events())
        .containsExactly(
            "duplicate",
            "dead letter credit.applications.v1 conflict",
            "history ran out",
            "decided APPROVED m-1",
            "duplicate");
  }

  @Test
  void shouldGoOnWaitingWhenTheHistoryIsErasedAgain() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, KEY, null);
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    bench.send(Topics.BUREAU_CREDITS, KEY, null);
    settle();
    settle();
    assertThat(bench.decisions()).isEmpty();

    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-2", 20, Events.NOW));
    settle();

    assertThat(bench.decisions().get(0).getFeatures().get(2)).isEqualTo(20.0);
  }

  @Test
  void shouldKeepTheTraceOfAnApplicationThatWaits() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", trace.getBytes(UTF_8));
    byte[] value = bench.bytes(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, KEY, value, Events.NOW, headers);

    bench.advance(DEADLINE);

    assertThat(bench.decisions().get(0).getTraceId()).isEqualTo(trace.substring(3, 35));
  }

  @Test
  void shouldLetTheChallengerSeeTheSameLateHistory() {
    bench.challenger().activate(bench.model().current().orElseThrow());
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    settle();

    List<LoanDecision> shadows = bench.decisions(Topics.CHALLENGER_DECISIONS);
    assertThat(shadows).hasSize(1).isEqualTo(bench.decisions());
  }

  @Test
  void shouldDecideAllWhoWaitForOneClient() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, Events.application("a-2"));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 100, EARLY));
    settle();

    assertThat(bench.decisions())
        .extracting(LoanDecision::getApplicationId)
        .containsExactly("a-1", "a-2");
  }

  /** Lets two ticks pass. */
  private void settle() {
    bench.advance(TICK);
    bench.advance(TICK);
  }
}
