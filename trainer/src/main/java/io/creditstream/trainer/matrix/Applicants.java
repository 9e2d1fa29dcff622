package io.creditstream.trainer.matrix;

import io.creditstream.schemas.LoanApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the applicants beside the features: who they are, to see whether groups are
 * treated alike, and what a wrong decision about them costs. The arrays must not be changed.
 *
 * @param genders gender of each as the application says, {@code unknown} where it does not
 * @param ages age of each in years
 * @param credits amount of the loan of each
 */
public record Applicants(List<String> genders, double[] ages, double[] credits) {

  private static final double DAYS_OF_A_YEAR = 365.25;

  public Applicants {
    genders = List.copyOf(genders);
    if (ages.length != genders.size() || credits.length != genders.size()) {
      throw new IllegalArgumentException("every applicant needs a gender, an age and an amount");
    }
  }

  /** Says how many there are. */
  @Override
  public String toString() {
    return "Applicants[" + genders.size() + "]";
  }

  /** Collects them one by one. */
  static final class Collector {

    private final List<String> genders = new ArrayList<>();
    private final Map<String, String> distinct = new HashMap<>();
    private final double[] ages;
    private final double[] credits;

    Collector(int rows) {
      this.ages = new double[rows];
      this.credits = new double[rows];
    }

    void add(LoanApplication application) {
      int row = genders.size();
      String gender = application.getCodeGender() == null ? "unknown" : application.getCodeGender();
      // One text for all who have the same, not one a row.
      genders.add(distinct.computeIfAbsent(gender, key -> key));
      ages[row] = -application.getDaysBirth() / DAYS_OF_A_YEAR;
      credits[row] = application.getAmtCredit();
    }

    Applicants applicants() {
      int rows = genders.size();
      return new Applicants(genders, Arrays.copyOf(ages, rows), Arrays.copyOf(credits, rows));
    }
  }
}
