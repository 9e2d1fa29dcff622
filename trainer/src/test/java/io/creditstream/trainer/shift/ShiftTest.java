package io.creditstream.trainer.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.model.CreditModel;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.TestDossiers;
import io.creditstream.trainer.TestTraining;
import io.creditstream.trainer.result.FeatureShift;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private final Bundle bundle = TestTraining.bundle();

  @Test
  void shouldFindNothingAmongApplicationsLikeThoseTrainedOn() {
    List<FeatureShift> shifts = shifts(TestDossiers.of(2_000, 77));

    assertThat(shifts).hasSize(bundle.dictionary().size() + 1);
    assertThat(shifts)
        .filteredOn(shift -> !shift.verdict().equals("stable"))
        .extracting(FeatureShift::feature, FeatureShift::verdict, FeatureShift::psi)
        .isEmpty();
  }

  @Test
  void shouldNameWhatIsDifferentAndTheScoreThatFollows() {
    List<FeatureShift> shifts = shifts(new LowerScores(TestDossiers.of(2_000, 77)));

    assertThat(shifts)
        .filteredOn(shift -> shift.verdict().equals("alert"))
        .extracting(FeatureShift::feature)
        .contains("EXT_SOURCE_2", ReferenceProfile.SCORE)
        .doesNotContain("AMT_CREDIT", "AMT_INCOME_TOTAL");
  }

  @Test
  void shouldSayNothingAboutAFewApplications() {
    assertThat(shifts(TestDossiers.of(100, 77)))
        .extracting(FeatureShift::verdict)
        .containsOnly("insufficient");
  }

  private List<FeatureShift> shifts(DossierSource applications) {
    try (CreditModel model = VerifiedModel.verify(bundle).newSession()) {
      return Shift.of(bundle, model, applications, Progress.silent());
    }
  }

  /** Applications with half the external score. */
  private record LowerScores(DossierSource applications) implements DossierSource {

    @Override
    public long size() {
      return applications.size();
    }

    @Override
    public Dossier dossier(long index, Instant submittedAt) {
      return lower(applications.dossier(index, submittedAt));
    }

    @Override
    public void forEach(Consumer<Dossier> consumer) {
      applications.forEach(dossier -> consumer.accept(lower(dossier)));
    }

    private static Dossier lower(Dossier dossier) {
      LoanApplication application = dossier.application();
      Double score = application.getExtSource2();
      application.setExtSource2(score == null ? null : (Double) (score / 2));
      return dossier;
    }
  }
}
