package io.creditstream.trainer.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.trainer.matrix.Applicants;
import io.creditstream.trainer.result.FairnessGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

  @Test
  void shouldCompareGroupsWithTheOneApprovedMost() {
    int rows = 3 * Fairness.LARGE;
    List<String> genders = new ArrayList<>();
    double[] probabilities = new double[rows];
    boolean[] defaulted = new boolean[rows];
    double[] ages = new double[rows];
    Arrays.fill(ages, 45);
    for (int row = 0; row < rows; row++) {
      boolean woman = row % 3 > 0;
      genders.add(woman ? "F" : "M");
      // Every fourth woman and every second man is declined; every fifth row defaults.
      probabilities[row] = row / 3 % (woman ? 4 : 2) == 0 ? 0.5 : 0.1;
      defaulted[row] = row % 5 == 0;
    }

    List<FairnessGroup> groups =
        Fairness.of(new Applicants(genders, ages, new double[rows]), probabilities, defaulted, 0.3);

    assertThat(groups).hasSize(3);
    FairnessGroup women = groups.get(0);
    FairnessGroup men = groups.get(1);
    assertThat(women.group()).isEqualTo("F");
    assertThat(women.rows()).isEqualTo(2L * Fairness.LARGE);
    assertThat(women.approvalRate()).isEqualTo(0.75);
    assertThat(women.approvalRatio()).isEqualTo(1);
    assertThat(women.adverse()).isFalse();
    assertThat(men.approvalRate()).isEqualTo(0.5);
    assertThat(men.approvalRatio()).isEqualTo(0.5 / 0.75);
    assertThat(men.truePositiveRate()).isEqualTo(0.5);
    assertThat(men.falsePositiveRate()).isEqualTo(0.5);
    assertThat(men.adverse()).isTrue();
    assertThat(groups.get(2).group()).isEqualTo("40 to 49");
  }

  @Test
  void shouldPassNoVerdictOnSmallGroups() {
    List<FairnessGroup> groups =
        Fairness.of(
            new Applicants(
                List.of("F", "M", "XNA", "F", "F"),
                new double[] {29.9, 30, 59.9, 60, 75},
                new double[5]),
            new double[] {0.1, 0.9, 0.9, 0.1, 0.9},
            new boolean[5],
            0.5);

    assertThat(groups).extracting(FairnessGroup::adverse).containsOnly(false);
    assertThat(groups)
        .extracting(FairnessGroup::group)
        .containsExactly("F", "M", "XNA", "30 to 39", "50 to 59", "60 and over", "under 30");
    assertThat(groups).extracting(FairnessGroup::truePositiveRate).containsOnly(Double.NaN);
  }
}
