package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.SupersededDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.fixture.TopologyBench;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RescoreTest {

  private final TopologyBench bench = new TopologyBench();
  private final LoanApplication application = Events.application("a-1");

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldDecideAnewWithTheHistoryThatCameAndNameWhatItSupersedes() {
    LoanDecision first = decide();
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 9_000_000, Events.NOW));

    bench.send(Topics.RESCORE_REQUESTS, request(first));

    LoanDecision second = only(bench.decisions());
    assertThat(first.getOutcome()).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(first.getSupersedes()).isNull();
    assertThat(second.getOutcome()).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(second.getSupersedes())
        .isEqualTo(
            new SupersededDecision(
                first.getDecidedAt(),
                DecisionOutcome.APPROVED,
                new SourceRecord(Topics.RESCORE_REQUESTS.name(), 0, 0L)));
    assertThat(second.getDecidedAt()).isAfter(first.getDecidedAt());
    assertThat(second.getSource()).isEqualTo(first.getSource());
    assertThat(second.getTraceId()).isEqualTo(first.getTraceId());
    assertThat(second.getReasons()).isNotEmpty();
    assertThat(bench.metrics().events()).contains("rescored superseded");
  }

  @Test
  void shouldPassOnNoOtherTraceThanTheDecisionNames() {
    RecordHeaders ofApplication = trace("1");
    bench.send(
        Topics.APPLICATIONS,
        Events.CLIENT.getBytes(UTF_8),
        bench.bytes(Topics.APPLICATIONS, application),
        Events.NOW.minusSeconds(1),
        ofApplication);
    TestRecord<byte[], byte[]> first = only(bench.records(Topics.DECISIONS.name()));
    LoanDecision decided = bench.decision(first);

    bench.send(
        Topics.RESCORE_REQUESTS,
        Events.CLIENT.getBytes(UTF_8),
        bench.bytes(Topics.RESCORE_REQUESTS, request(decided)),
        Events.NOW.minusSeconds(1),
        trace("2"));

    TestRecord<byte[], byte[]> second = only(bench.records(Topics.DECISIONS.name()));
    assertThat(first.headers()).isEqualTo(ofApplication);
    assertThat(bench.decision(second).getTraceId())
        .isEqualTo(decided.getTraceId())
        .isEqualTo("1".repeat(32));
    assertThat(second.headers()).isEmpty();
  }

  @Test
  void shouldCountALevelThatTheModelHasNotSeenForTheNewDecisionToo() {
    application.setNameContractType("Barter");

    bench.send(Topics.RESCORE_REQUESTS, request(decide()));

    assertThat(bench.metrics().events()).filteredOn("unseen NAME_CONTRACT_TYPE"::equals).hasSize(2);
  }

  @Test
  void shouldDecideAnewWithTheModelOfNow() {
    LoanDecision first = decide();
    bench.model().activate(FakeModels.linear("m-2"));

    bench.send(Topics.RESCORE_REQUESTS, request(first));

    assertThat(only(bench.decisions()).getModelVersion()).isEqualTo("m-2");
  }

  @Test
  void shouldChangeNothingForARepeat() {
    LoanDecision first = decide();
    RescoreRequest request = request(first);
    bench.send(Topics.RESCORE_REQUESTS, request);
    bench.decisions();

    bench.send(Topics.RESCORE_REQUESTS, request);
    bench.send(Topics.RESCORE_REQUESTS, request);

    assertThat(bench.decisions()).isEmpty();
    assertThat(bench.metrics().events()).endsWith("rescored stale", "rescored stale");
  }

  @Test
  void shouldSupersedeTheNewestDecisionAgain() {
    bench.send(Topics.RESCORE_REQUESTS, request(decide()));
    LoanDecision second = only(bench.decisions());

    bench.send(Topics.RESCORE_REQUESTS, request(second));

    LoanDecision third = only(bench.decisions());
    assertThat(third.getSupersedes().getDecidedAt()).isEqualTo(second.getDecidedAt());
  }

  @Test
  void shouldTakeTheApplicationForARepeatAsBefore() {
    bench.send(Topics.RESCORE_REQUESTS, request(decide()));
    bench.decisions();

    bench.send(Topics.APPLICATIONS, application);

    assertThat(bench.decisions()).isEmpty();
    assertThat(bench.metrics().events()).endsWith("duplicate");
  }

  @Test
  void shouldSetARequestWithOtherContentAside() {
    LoanDecision first = decide();
    application.setAmtCredit(1.0);

    bench.send(Topics.RESCORE_REQUESTS, request(first));

    assertThat(bench.decisions()).isEmpty();
    assertThat(bench.deadLetters(Topics.RESCORE_REQUESTS)).hasSize(1);
    assertThat(bench.metrics().events())
        .contains("dead letter credit.rescore-requests.v1 conflict");
  }

  @Test
  void shouldSetBadRequestsAsideAndGoOn() {
    byte[] key = Events.CLIENT.getBytes(UTF_8);
    bench.send(Topics.RESCORE_REQUESTS, key, new byte[] {0, 1});
    bench.send(Topics.RESCORE_REQUESTS, key, null);
    bench.send(
        Topics.RESCORE_REQUESTS,
        "another".getBytes(UTF_8),
        bench.bytes(Topics.RESCORE_REQUESTS, request(decide())));

    assertThat(bench.deadLetters(Topics.RESCORE_REQUESTS)).hasSize(2);
    assertThat(bench.metrics().events())
        .contains(
            "dead letter credit.rescore-requests.v1 too_short",
            "tombstone credit.rescore-requests.v1",
            "dead letter credit.rescore-requests.v1 key_mismatch");
  }

  @Test
  void shouldCountARequestForAnApplicationThatIsNotKnown() {
    LoanDecision never = new LoanDecision();
    never.setDecidedAt(Events.NOW);

    bench.send(Topics.RESCORE_REQUESTS, request(never));

    assertThat(bench.decisions()).isEmpty();
    assertThat(bench.metrics().events()).containsExactly("rescored unknown");
  }

  @Test
  void shouldLeaveTheChallengerOut() {
    bench.challenger().activate(FakeModels.linear("shadow"));
    LoanDecision first = decide();
    bench.decisions(Topics.CHALLENGER_DECISIONS);

    bench.send(Topics.RESCORE_REQUESTS, request(first));

    assertThat(bench.decisions(Topics.CHALLENGER_DECISIONS)).isEmpty();
  }

  private LoanDecision decide() {
    bench.send(Topics.APPLICATIONS, application);
    return only(bench.decisions());
  }

  private RescoreRequest request(LoanDecision superseded) {
    return new RescoreRequest(application, superseded.getDecidedAt(), Events.NOW.minusSeconds(1));
  }

  private static RecordHeaders trace(String digit) {
    RecordHeaders headers = new RecordHeaders();
    String value = "00-%s-%s-01".formatted(digit.repeat(32), digit.repeat(16));
    headers.add(TraceIds.HEADER, value.getBytes(UTF_8));
    return headers;
  }

  private static <T> T only(List<T> found) {
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
