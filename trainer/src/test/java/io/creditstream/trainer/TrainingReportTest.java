package io.creditstream.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.TrainingSummary;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TrainingReportTest {

  @Test
  void shouldPrintTheFiguresTheSameInAnyCountry() {
    Bundle trained = TestTraining.bundle();
    Bundle bundle =
        new Bundle(
            trained.manifest(),
            trained.modelText(),
            trained.dictionary(),
            trained.profile(),
            trained.policy(),
            trained.selfTest(),
            new TrainingSummary(
                6000, 2000, 0.0812, 123, 0.76543, 0.7, 10, 0.51234, 0.0956, 120, 500, 1340, 40, 7));
    Locale before = Locale.getDefault();
    String report;
    try {
      Locale.setDefault(Locale.FRANCE);
      report = TrainingReport.of(bundle);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(report.lines())
        .containsExactly(
            "Model %s: 123 trees on %d features, fitted to 6000 applications (8.12 %% defaults)"
                .formatted(bundle.manifest().version(), bundle.dictionary().size()),
            "On 2000 applications held out:",
            "  AUC       0.7654",
            "  accuracy  0.7000",
            "  cost      0.5123 an application (a missed default costs 10, a refused good client 1)",
            "  threshold 0.0956 (decline from this probability of default on)",
            "                    repaid  defaulted",
            "  approved            1340         40",
            "  declined             500        120");
  }
}
