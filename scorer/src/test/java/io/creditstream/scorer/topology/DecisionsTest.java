package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.bundle.Policy;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.Reason;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.fixture.TopologyBench;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final byte[] KEY = Events.CLIENT.getBytes(UTF_8);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private TopologyBench bench = new TopologyBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldApproveWithoutExplanation() {
    LoanDecision decision = decide(Events.application("a-1"));

    assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(decision.getRawScore()).isEqualTo(-2.0);
    assertThat(decision.getProbabilityOfDefault()).isEqualTo(1 / (1 + StrictMath.exp(2)));
    assertThat(decision.getBaseValue()).isEqualTo(FakeModels.BASE);
    assertThat(decision.getThreshold()).isEqualTo(0.8);
    assertThat(decision.getPolicyVersion()).isEqualTo("p-1");
    assertThat(decision.getModelVersion()).isEqualTo("m-1");
    assertThat(decision.getModelSha256()).isEqualTo("sha-m-1");
    assertThat(decision.getFeatures()).containsExactly(100_000.0, 0.0, null);
    assertThat(decision.getContributions()).isEmpty();
    assertThat(decision.getReasons()).isEmpty();
    assertThat(decision.getDecidedAt()).isEqualTo(Events.NOW);
    assertThat(decision.getSource().getOffset()).isZero();
    assertThat(decision.getMissingSources())
        .containsExactly(
            "credit.bureau-credits.v1",
            "credit.previous-applications.v1",
            "credit.pos-cash-balances.v1",
            "credit.card-balances.v1",
            "credit.installment-payments.v1");
  }

  @Test
  void shouldExplainReferredAndDeclinedApplications() {
    LoanApplication referred = Events.application("a-1");
    referred.setNameContractType("Revolving loans");
    LoanApplication declined = Events.application("a-2");
    declined.setAmtCredit(900_000.0);

    LoanDecision first = decide(referred);
    LoanDecision second = decide(declined);

    assertThat(first.getOutcome()).isEqualTo(DecisionOutcome.REFERRED);
    assertThat(first.getContributions()).containsExactly(1.0, 2.0, 0.0);
    assertThat(first.getReasons())
        .containsExactly(
            new Reason("NAME_CONTRACT_TYPE", "Revolving loans", 2.0, "R_NAME_CONTRACT_TYPE"),
            new Reason("AMT_CREDIT", 100_000.0, 1.0, "R_AMT_CREDIT"));
    assertThat(second.getOutcome()).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(second.getReasons()).hasSize(1);
  }

  @Test
  void shouldCountALevelThatTheModelHasNotSeenAndDecideAllTheSame() {
    LoanApplication application = Events.application("a-1");
    application.setNameContractType("Barter");

    LoanDecision decision = decide(application);
    decide(Events.application("a-2"));

    assertThat(decision.getFeatures()).containsExactly(100_000.0, -1.0, null);
    assertThat(bench.metrics().events()).containsOnlyOnce("unseen NAME_CONTRACT_TYPE");
  }

  @Test
  void shouldDecideByTheRulesOfThePolicyNamingAndExplainingThem() {
    KnockOutRule rule =
        new KnockOutRule(
            "low-income", "amtIncomeTotal", Operator.LESS, 60_000, DecisionOutcome.DECLINED);
    bench
        .model()
        .activate(FakeModels.linear("m-1", new Policy("p-2", 0.5, 0.8, List.of(), List.of(rule))));

    LoanDecision decision = decide(Events.application("a-1"));

    assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(decision.getRules()).containsExactly("low-income");
    assertThat(decision.getPolicyVersion()).isEqualTo("p-2");
    assertThat(decision.getProbabilityOfDefault()).isLessThan(0.5);
    assertThat(decision.getReasons()).hasSize(1);
  }

  @Test
  void shouldReferAnApplicationWithoutARequiredSource() {
    String bureau = Topics.BUREAU_CREDITS.name();
    bench
        .model()
        .activate(
            FakeModels.linear("m-1", new Policy("p-2", 0.5, 0.8, List.of(bureau), List.of())));

    LoanDecision without = decide(Events.application("a-1"));
    bench.send(Topics.BUREAU_CREDITS, Events.credit("b-1", 1, Events.NOW));
    LoanDecision with = decide(Events.application("a-2"));

    assertThat(without.getOutcome()).isEqualTo(DecisionOutcome.REFERRED);
    assertThat(without.getRules()).containsExactly("missing-source:" + bureau);
    assertThat(with.getOutcome()).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(with.getRules()).isEmpty();
  }

  @Test
  void shouldExplainAnApprovedApplicationOnRequest() {
    LoanApplication application = Events.application("a-1");
    application.setExplain(true);

    assertThat(decide(application).getContributions()).hasSize(3);
  }

  @Test
  void shouldExplainEveryApplicationWhereConfigured() {
    bench.close();
    bench = new TopologyBench(new InMemorySchemaRegistryClient(), true);

    assertThat(decide(Events.application("a-1")).getContributions()).hasSize(3);
  }

  @Test
  void shouldDecideTheSameApplicationOnce() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.decisions()).hasSize(1);
    assertThat(bench.metrics().events()).containsExactly("decided APPROVED m-1", "duplicate");
    assertThat(bench.deadLetters(Topics.APPLICATIONS)).isEmpty();
  }

  @Test
  void shouldRememberDecisionsForTheirRetention() {
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.advance(DecisionSettings.defaults().retention());
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    assertThat(bench.decisions()).hasSize(1);

    bench.advance(ApplicationProcessor.FORGET_INTERVAL);

    assertThat(bench.metrics().events())
        .containsExactly("decided APPROVED m-1", "duplicate", "forgotten 1");
  }

  @Test
  void shouldSetTheSameIdWithOtherContentAside() {
    LoanApplication other = Events.application("a-1");
    other.setAmtCredit(1.0);
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    bench.send(Topics.APPLICATIONS, other);

    assertThat(bench.decisions()).hasSize(1);
    assertThat(bench.metrics().events())
        .containsExactly("decided APPROVED m-1", "dead letter credit.applications.v1 conflict");
    assertThat(bench.deadLetters(Topics.APPLICATIONS).get(0).value())
        .isEqualTo(bench.bytes(Topics.APPLICATIONS, other));
  }

  @Test
  void shouldStampTheDecisionWithTheTimeOfTheApplication() {
    LoanApplication application = Events.application("a-1");

    bench.send(Topics.APPLICATIONS, application);

    TestRecord<byte[], byte[]> record = bench.records(Topics.DECISIONS.name()).get(0);
    assertThat(record.timestamp()).isEqualTo(application.getSubmittedAt().toEpochMilli());
    assertThat(record.key()).isEqualTo(KEY);
    assertThat(bench.metrics().lastEndToEnd()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldTakeTheTraceIdOfTheHeader() {
    String traceparent = "00-" + TRACE + "-00f067aa0ba902b7-01";
    RecordHeaders headers = new RecordHeaders();
    headers.add("traceparent", traceparent.getBytes(UTF_8));
    headers.add("secret", "secret".getBytes(UTF_8));

    bench.send(
        Topics.APPLICATIONS,
        KEY,
        bench.bytes(Topics.APPLICATIONS, Events.application("a-1")),
        Events.NOW,
        headers);

    TestRecord<byte[], byte[]> record = bench.records(Topics.DECISIONS.name()).get(0);
    assertThat(record.headers().toArray()).hasSize(1);
    assertThat(new String(record.headers().lastHeader("traceparent").value(), UTF_8))
        .isEqualTo(traceparent);
  }

  @Test
  void shouldDecideWithTheModelThatIsActiveThen() {
    int open = FakeModels.OPEN_SESSIONS.get();
    decide(Events.application("a-1"));

    bench.model().activate(FakeModels.linear("m-2"));

    assertThat(decide(Events.application("a-2")).getModelVersion()).isEqualTo("m-2");
    assertThat(FakeModels.OPEN_SESSIONS).hasValue(open + 1);
    bench.close();
    assertThat(FakeModels.OPEN_SESSIONS).hasValue(open);
  }

  private LoanDecision decide(LoanApplication application) {
    bench.send(Topics.APPLICATIONS, application);
    List<LoanDecision> decisions = bench.decisions();
    assertThat(decisions).hasSize(1);
    return decisions.get(0);
  }
}
