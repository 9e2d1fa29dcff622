package io.creditstream.features.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointReferenceTest {

  private static final int ROWS = 4_000;

  private final Random random = new Random(3);

  @Test
  void shouldFindRowsFarWhoseValuesDoNotFitEachOther() {
    double[][] columns = columns();
    List<FeatureProfile> profiles = profiles(columns);
    JointProfile joint = JointReference.of(profiles, columns).orElseThrow();

    double fitting = 0;
    double broken = 0;
    for (int row = 0; row < ROWS; row++) {
      double other = columns[1][(row + 7) % ROWS];
      fitting += distance(joint, profiles, columns, row, columns[1][row]) / ROWS;
      broken += distance(joint, profiles, columns, row, other) / ROWS;
    }

    assertThat(joint.features()).as("the third is mostly missing").containsExactly(0, 1, 3);
    assertThat(fitting).as("less than 1 by what the shrinkage takes").isBetween(0.6, 1.05);
    assertThat(broken).isGreaterThan(3 * fitting);
  }

  @Test
  void shouldWhitenCorrelations() {
    double[][] whitening = Whitening.of(new double[][] {{1, 0.8}, {0.8, 1}});

    double covariance = whitening[1][0] * 1 + whitening[1][1] * 0.76;

    assertThat(whitening[0]).containsExactly(1);
    assertThat(covariance).isCloseTo(0, within(1e-12));
  }

  @Test
  void shouldStayFiniteWhereFeaturesAreTheSame() {
    double[][] columns = columns();
    columns[1] = columns[0].clone();

    JointProfile joint = JointReference.of(profiles(columns), columns).orElseThrow();

    assertThat(Arrays.stream(joint.distance().ksEdges()).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void shouldHaveNoneOfFewRows() {
    double[][] columns = {new double[100], new double[100]};

    assertThat(JointReference.of(profiles(columns), columns)).isEmpty();
    assertThat(JointReference.of(List.of(), new double[0][])).isEmpty();
  }

  @Test
  void shouldComeBackFromJsonAndBeAbsentInOldOnes() throws Exception {
    double[][] columns = columns();
    List<FeatureProfile> profiles = profiles(columns);
    NumericProfile score = NumericProfile.of(ReferenceProfile.SCORE, columns[0]);
    JsonMapper json = new JsonMapper();
    ReferenceProfile with =
        new ReferenceProfile(
            ROWS, profiles, score, JointReference.of(profiles, columns).orElseThrow());
    ReferenceProfile without = new ReferenceProfile(ROWS, profiles, score);

    String text = json.writeValueAsString(with);

    assertThat(json.readValue(text, ReferenceProfile.class)).isEqualTo(with);
    assertThat(json.writeValueAsString(without)).doesNotContain("joint");
    assertThat(json.readValue(json.writeValueAsString(without), ReferenceProfile.class))
        .isEqualTo(without);
  }

  private static double distance(
      JointProfile joint, List<FeatureProfile> profiles, double[][] columns, int row, double b) {
    double[] vector = {columns[0][row], b, Double.NaN, columns[3][row]};
    double[] scores = new double[joint.features().size()];
    for (int i = 0; i < scores.length; i++) {
      int feature = joint.features().get(i);
      scores[i] = new RankScores((NumericProfile) profiles.get(feature)).of(vector[feature]);
    }
    return joint.distance(scores);
  }

  /** Two that go together, one that is mostly missing, one by itself. */
  private double[][] columns() {
    double[][] columns = new double[4][ROWS];
    for (int row = 0; row < ROWS; row++) {
      double common = random.nextGaussian();
      columns[0][row] = common;
      columns[1][row] = Math.exp(common + 0.2 * random.nextGaussian());
      columns[2][row] = row % 10 == 0 ? common : Double.NaN;
      columns[3][row] = random.nextDouble();
    }
    return columns;
  }

  private static List<FeatureProfile> profiles(double[][] columns) {
    List<FeatureProfile> profiles = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      profiles.add(NumericProfile.of("F" + i, columns[i]));
    }
    return profiles;
  }
}
