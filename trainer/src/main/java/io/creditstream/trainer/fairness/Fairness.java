package io.creditstream.trainer.fairness;

import io.creditstream.trainer.matrix.Applicants;
import io.creditstream.trainer.result.FairnessGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Compares decisions about groups of applicants, whether or not the model knows the groups. */
public final class Fairness {

  private static final String GENDER = "gender";
  private static final String AGE = "age";

  /** What groups are told apart by. */
  public static final Set<String> ATTRIBUTES = Set.of(GENDER, AGE);

  /** Fewer rows say little of an approval rate: at 200 its standard error is about 3 points. */
  static final int LARGE = 200;

  private static final int[] AGES = {30, 40, 50, 60};

  private Fairness() {}

  /** By gender and by band of age; those of at least the threshold are declined. */
  public static List<FairnessGroup> of(
      Applicants applicants, double[] probabilities, boolean[] defaulted, double threshold) {
    List<FairnessGroup> groups = new ArrayList<>();
    groups.addAll(
        by(GENDER, row -> applicants.genders().get(row), probabilities, defaulted, threshold));
    groups.addAll(
        by(AGE, row -> band(applicants.ages()[row]), probabilities, defaulted, threshold));
    return groups;
  }

  private static List<FairnessGroup> by(
      String attribute,
      IntFunction<String> groupOf,
      double[] probabilities,
      boolean[] defaulted,
      double threshold) {
    Map<String, Counts> counts = new TreeMap<>();
    for (int row = 0; row < probabilities.length; row++) {
      counts
          .computeIfAbsent(groupOf.apply(row), group -> new Counts())
          .add(probabilities[row] >= threshold, defaulted[row]);
    }
    double highest =
        counts.values().stream()
            .filter(Counts::large)
            .mapToDouble(Counts::approvalRate)
            .max()
            .orElse(Double.NaN);
    return counts.entrySet().stream()
        .map(entry -> entry.getValue().group(attribute, entry.getKey(), highest))
        .toList();
  }

  private static String band(double age) {
    if (age < AGES[0]) {
      return "under " + AGES[0];
    }
    for (int i = 1; i < AGES.length; i++) {
      if (age < AGES[i]) {
        return AGES[i - 1] + " to " + (AGES[i] - 1);
      }
    }
    return AGES[AGES.length - 1] + " and over";
  }

  private static final class Counts {
    private long approvedGood;
    private long approvedBad;
    private long declinedGood;
    private long declinedBad;

    void add(boolean declined, boolean defaulted) {
      if (declined && defaulted) {
        declinedBad++;
      } else if (declined) {
        declinedGood++;
      } else if (defaulted) {
        approvedBad++;
      } else {
        approvedGood++;
      }
    }

    long rows() {
      return approvedGood + approvedBad + declinedGood + declinedBad;
    }

    boolean large() {
      return rows() >= LARGE;
    }

    double approvalRate() {
      return (double) (approvedGood + approvedBad) / rows();
    }

    FairnessGroup group(String attribute, String name, double highest) {
      return new FairnessGroup(
          attribute,
          name,
          rows(),
          approvalRate(),
          approvalRate() / highest,
          (double) declinedBad / (declinedBad + approvedBad),
          (double) declinedGood / (declinedGood + approvedGood),
          large());
    }
  }
}
