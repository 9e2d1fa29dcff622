package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.bundle.Policy;
import io.creditstream.model.CreditModel;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.fixture.TopologyBench;
import io.creditstream.scorer.model.DecisionModel;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShadowTest {

  private static final Policy STRICT = new Policy("p-strict", 0, 0);

  private final TopologyBench bench = new TopologyBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void shouldWriteWhatTheChallengerWouldHaveDecided() {
    bench.challenger().activate(FakeModels.linear("c-1", STRICT));

    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    LoanDecision decision = bench.decisions().get(0);
    List<LoanDecision> shadows = shadows();
    assertThat(decision.getOutcome()).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(decision.getModelVersion()).isEqualTo("m-1");
    assertThat(shadows).hasSize(1);
    LoanDecision shadow = shadows.get(0);
    assertThat(shadow.getOutcome()).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(shadow.getModelVersion()).isEqualTo("c-1");
    assertThat(shadow.getPolicyVersion()).isEqualTo("p-strict");
    assertThat(shadow.getApplicationId()).isEqualTo("a-1");
    assertThat(shadow.getFeatures()).isEqualTo(decision.getFeatures());
    assertThat(shadow.getSource()).isEqualTo(decision.getSource());
    assertThat(shadow.getTraceId()).isEqualTo(decision.getTraceId());
    assertThat(bench.metrics().events())
        .containsExactly("decided APPROVED m-1", "challenger decided DECLINED c-1", "duplicate");
  }

  @Test
  void shouldDecideThoughTheChallengerFails() {
    bench.challenger().activate(scoring("c-1", () -> Math.floorDiv(1, 0)));

    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.decisions()).hasSize(1);
    assertThat(shadows()).isEmpty();
    assertThat(bench.metrics().events())
        .containsExactly("decided APPROVED m-1", "challenger failed exception");
  }

  @Test
  void shouldDecideThoughTheChallengerCannotBeOpened() {
    bench
        .challenger()
        .activate(
            FakeModels.model(
                "c-1",
                STRICT,
                () -> {
                  throw new IllegalStateException("cannot be opened");
                }));

    bench.send(Topics.APPLICATIONS, Events.application("a-1"));

    assertThat(bench.decisions()).hasSize(1);
    assertThat(bench.metrics().events()).contains("challenger failed exception");
  }

  @Test
  void shouldLeaveOutAChallengerThatIsTooSlow() {
    ChallengerBudget budget = new ChallengerBudget(Duration.ofMillis(5), Duration.ofDays(1));
    try (TopologyBench tight = new TopologyBench(budget)) {
      tight.challenger().activate(scoring("c-1", ShadowTest::slowly));

      for (int i = 0; i < 3; i++) {
        tight.send(Topics.APPLICATIONS, Events.application("a-" + i));
      }

      assertThat(tight.decisions()).hasSize(3);
      assertThat(tight.decisions(Topics.CHALLENGER_DECISIONS)).hasSize(1);
      assertThat(tight.metrics().events())
          .contains("challenger failed slow", "challenger skipped", "decided APPROVED m-1");
    }
  }

  @Test
  void shouldStopWhenTheChallengerIsWithdrawn() {
    bench.challenger().activate(FakeModels.linear("c-1", STRICT));
    bench.send(Topics.APPLICATIONS, Events.application("a-1"));
    bench.challenger().withdraw();

    bench.send(Topics.APPLICATIONS, Events.application("a-2"));

    assertThat(bench.decisions()).hasSize(2);
    assertThat(shadows()).hasSize(1);
  }

  private List<LoanDecision> shadows() {
    return bench.decisions(Topics.CHALLENGER_DECISIONS);
  }

  /** Far more than ten budgets of five milliseconds. */
  private static double slowly() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static DecisionModel scoring(String version, DoubleSupplier score) {
    return FakeModels.model(
        version,
        STRICT,
        () ->
            new CreditModel() {
              @Override
              public int featureCount() {
                return 3;
              }

              @Override
              public double rawScore(double[] features) {
                return score.getAsDouble();
              }

              @Override
              public double baseValue() {
                return 0;
              }

              @Override
              public double[] contributions(double[] features) {
                return new double[3];
              }

              @Override
              public void close() {}
            });
  }
}
