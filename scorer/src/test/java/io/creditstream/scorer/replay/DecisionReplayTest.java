package io.creditstream.scorer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.Origin;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.fixture.TopologyBench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions of the topology, replayed on the records that it was sent. */
class DecisionReplayTest {

  private static final Instant EARLY = Events.NOW.minusSeconds(2_000);
  private static final Instant LATE = Events.NOW.minusSeconds(1_000);
  private static final byte[] KEY = Events.CLIENT.getBytes(UTF_8);

  private final InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
  private final TopologyBench bench = new TopologyBench(registry, true);
  private final DecisionReplay replay = new DecisionReplay(FakeModels.linear("m-1"), registry);
  private final Map<HistorySource<?>, List<HistoryRecord>> history = new HashMap<>();

  @AfterEach
  void close() {
    replay.close();
    bench.close();
  }

  @Test
  void shouldFindTheSameBytesOnTheSameHistory() {
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 100_000, EARLY));
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 250_000, LATE));

    ReplayResult result = replay.replay(recorded(decide()));

    assertThat(result).isInstanceOf(ReplayResult.Same.class);
    assertThat(((ReplayResult.Same) result).later()).isEmpty();
  }

  @Test
  void shouldReplayADecisionThatSupersededAnotherOnItsOwnHistory() {
    LoanDecision first = decide();
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 250_000, EARLY));
    bench.send(
        Topics.RESCORE_REQUESTS,
        new RescoreRequest(application(), first.getDecidedAt(), Events.NOW));
    LoanDecision second = bench.decisions().get(0);

    assertThat(second.getSupersedes()).isNotNull();
    assertThat(replay.replay(recorded(second))).isEqualTo(new ReplayResult.Same(List.of()));
    assertThat(replay.replay(recorded(first))).isInstanceOf(ReplayResult.Same.class);
  }

  @Test
  void shouldLeaveOutAndNameWhatCameLater() {
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 100_000, EARLY));
    LoanDecision decision = decide();
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 999_000, LATE));
    send(HistorySource.INSTALLMENT_PAYMENTS, Events.payment("i-1", EARLY));

    ReplayResult result = replay.replay(recorded(decision));

    assertThat(result).isInstanceOf(ReplayResult.Same.class);
    assertThat(((ReplayResult.Same) result).later())
        .extracting(HistoryRecord::toString)
        .containsExactly("credit.bureau-credits.v1-0@1", "credit.installment-payments.v1-0@0");
  }

  @Test
  void shouldSeeThroughAnErasureThatCameLater() {
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 100_000, EARLY));
    LoanDecision decision = decide();
    send(HistorySource.BUREAU_CREDITS, null);

    ReplayResult result = replay.replay(recorded(decision));

    assertThat(result).isInstanceOf(ReplayResult.Same.class);
    assertThat(((ReplayResult.Same) result).later()).hasSize(1);
  }

  @Test
  void shouldShowEachFieldOfADecisionThatWasTamperedWith() {
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 100_000, EARLY));
    LoanDecision decision = decide();
    decision.setProbabilityOfDefault(0.01);
    decision.getContributions().set(2, -7.0);

    ReplayResult result = replay.replay(recorded(decision));

    assertThat(result).isInstanceOf(ReplayResult.Different.class);
    ReplayResult.Different different = (ReplayResult.Different) result;
    assertThat(different.differences())
        .extracting(FieldDifference::field)
        .containsExactly("probabilityOfDefault", "contributions.BUREAU_CREDIT_SUM");
    assertThat(different.scoring()).isEqualTo(different.differences());
  }

  @Test
  void shouldTellFeaturesWithoutHistoryFromAScoreThatDoesNotFollowFromThem() {
    send(HistorySource.BUREAU_CREDITS, Events.credit("b-1", 100_000, EARLY));
    LoanDecision decision = decide();
    history.clear();

    ReplayResult result = replay.replay(recorded(decision));

    assertThat(result).isInstanceOf(ReplayResult.Different.class);
    ReplayResult.Different different = (ReplayResult.Different) result;
    assertThat(different.differences())
        .extracting(FieldDifference::field)
        .contains("features.BUREAU_CREDIT_SUM", "missingSources", "rawScore");
    assertThat(different.scoring()).isEmpty();
  }

  @Test
  void shouldShowADecisionThatNamesAnotherTrace() {
    LoanDecision decision = decide();
    RecordedCase honest = recorded(decision);
    Origin other = new Origin(honest.origin().topic(), 0, honest.origin().offset(), "f".repeat(32));

    ReplayResult result =
        replay.replay(new RecordedCase(decision, honest.application(), other, Map.of()));

    assertThat(((ReplayResult.Different) result).differences())
        .extracting(FieldDifference::field)
        .containsExactly("traceId");
  }

  private LoanDecision decide() {
    bench.send(Topics.APPLICATIONS, application());
    return bench.decisions().get(0);
  }

  private static LoanApplication application() {
    return Events.application("a-1");
  }

  private RecordedCase recorded(LoanDecision decision) {
    SourceRecord place = decision.getSource();
    return new RecordedCase(
        decision,
        application(),
        new Origin(
            place.getTopic(), place.getPartition(), place.getOffset(), decision.getTraceId()),
        history);
  }

  @SuppressWarnings("unchecked")
  private <V extends SpecificRecord> void send(HistorySource<?> source, V event) {
    Topic<V> topic = (Topic<V>) source.topic();
    byte[] value = event == null ? null : bench.bytes(topic, event);
    bench.send(topic, KEY, value, Events.NOW.minusSeconds(1), new RecordHeaders());
    List<HistoryRecord> records = history.computeIfAbsent(source, any -> new ArrayList<>());
    records.add(
        new HistoryRecord(
            new SourceRecord(topic.name(), 0, (long) records.size()),
            Events.NOW.minusSeconds(1).toEpochMilli(),
            KEY,
            value));
  }
}
