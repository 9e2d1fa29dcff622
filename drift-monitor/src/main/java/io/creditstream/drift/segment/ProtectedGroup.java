package io.creditstream.drift.segment;

import io.creditstream.schemas.LoanApplication;
import java.util.Locale;
import java.util.Objects;

/** What groups of applicants are told apart by, whose approval is compared. */
public enum ProtectedGroup {
  /** As recorded on the application. */
  GENDER {
    @Override
    String groupOf(LoanApplication application) {
      return Objects.requireNonNullElse(application.getCodeGender(), UNKNOWN);
    }
  },
  /** Bands of ten years. */
  AGE {
    @Override
    String groupOf(LoanApplication application) {
      double years = -application.getDaysBirth() / DAYS_OF_A_YEAR;
      if (years < YOUNGEST) {
        return "under " + YOUNGEST;
      }
      if (years >= OLDEST) {
        return OLDEST + " and over";
      }
      int from = (int) (years / BAND) * BAND;
      return from + " to " + (from + BAND - 1);
    }
  };

  private static final String UNKNOWN = "unknown";
  private static final double DAYS_OF_A_YEAR = 365.25;
  private static final int YOUNGEST = 30;
  private static final int OLDEST = 60;
  private static final int BAND = 10;

  abstract String groupOf(LoanApplication application);

  /** Its name: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
