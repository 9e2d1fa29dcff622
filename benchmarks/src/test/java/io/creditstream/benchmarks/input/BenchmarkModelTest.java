package io.creditstream.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.model.CreditModel;
import io.creditstream.model.ModelEngine;
import io.creditstream.model.Probability;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.DecisionOutcome;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkModelTest {

  private static final List<Dossier> CLIENTS = Clients.first(150);
  private static final BenchmarkModel MODEL = BenchmarkModel.fit(CLIENTS, 6, 4, 30, 0.2);

  @Test
  void shouldHaveTheSizeThatIsAskedForAndBeCompiled() {
    VerifiedModel verified = VerifiedModel.verify(MODEL.bundle());

    assertThat(verified.engine()).isEqualTo(ModelEngine.COMPILED);
    assertThat(MODEL.bundle().dictionary().size()).isEqualTo(30);
    assertThat(MODEL.bundle().modelText()).contains("Tree=5").doesNotContain("Tree=6");
    assertThat(MODEL.rows()).hasDimensions(150, 30);
  }

  @Test
  void shouldDeclineAboutTheShareThatIsAskedFor() {
    try (CreditModel model = VerifiedModel.verify(MODEL.bundle()).newSession()) {
      long declined =
          Arrays.stream(MODEL.rows())
              .map(row -> MODEL.bundle().policy().decide(Probability.of(model.rawScore(row))))
              .filter(outcome -> outcome == DecisionOutcome.DECLINED)
              .count();

      assertThat(declined).isBetween(20L, 60L);
    }
  }

  @Test
  void shouldGiveTheSameScoresInBatches() {
    double[] flat = new double[2 * 30];
    System.arraycopy(MODEL.rows()[0], 0, flat, 0, 30);
    System.arraycopy(MODEL.rows()[1], 0, flat, 30, 30);
    try (LightGbmBatch batch = new LightGbmBatch(MODEL.bundle().modelText());
        CreditModel model = VerifiedModel.verify(MODEL.bundle()).newSession()) {
      assertThat(batch.rawScores(flat))
          .containsExactly(model.rawScore(MODEL.rows()[0]), model.rawScore(MODEL.rows()[1]));
    }
  }
}
