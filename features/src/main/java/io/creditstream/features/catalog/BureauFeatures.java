package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Measure.ratio;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;
import static io.creditstream.features.catalog.Statistic.SUM;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.MonthlyBalance;
import java.util.List;

/** Features of the credits at other institutions. */
final class BureauFeatures {

  private static final Measure<BureauCredit> APPLIED_ON = (c, d) -> d.days(c.getAppliedOn());
  private static final Measure<BureauCredit> CREDIT = (c, d) -> orNaN(c.getAmtCreditSum());
  private static final Measure<BureauCredit> DEBT = (c, d) -> orNaN(c.getAmtCreditSumDebt());
  private static final Measure<BureauCredit> DAYS_OVERDUE =
      (c, d) -> orNaN(c.getCreditDayOverdue());
  private static final Measure<BureauCredit> LATE_MONTHS =
      (c, d) -> lateMonths(c, d, Integer.MAX_VALUE);
  private static final Measure<BureauCredit> MONTHS = (c, d) -> c.getBalances().size();

  private BureauFeatures() {}

  static List<FeatureDefinition> definitions() {
    RecordSet<BureauCredit> all =
        RecordSet.all(
            "BUREAU",
            KaggleTable.BUREAU,
            "credits elsewhere",
            "crédits dans d'autres établissements",
            a -> a.history().bureauCredits(),
            APPLIED_ON);
    amounts(all.count());
    all.share("ACTIVE", "running credits", "crédits en cours", BureauFeatures::active)
        .share("CARD", "credit cards", "cartes de crédit", (c, d) -> type(c, "Credit card"))
        .share("MORTGAGE", "mortgages", "crédits immobiliers", (c, d) -> type(c, "Mortgage"))
        .share("MICROLOAN", "microloans", "microcrédits", (c, d) -> type(c, "Microloan"))
        .share("OVERDUE", "overdue credits", "crédits en retard", DAYS_OVERDUE, days -> days > 0)
        .stats(
            "PROLONGED",
            "number of prolongations",
            "prolongations",
            (c, d) -> orNaN(c.getCntCreditProlong()),
            SUM)
        .stats(
            "ENDED",
            "days since the end",
            "jours depuis la fin",
            (c, d) -> d.days(c.getEndedOn()),
            MEAN,
            MAX)
        .stats(
            "TERM",
            "planned days to run",
            "durée prévue en jours",
            (c, d) -> d.days(c.getPlannedEndOn()) - d.days(c.getAppliedOn()),
            MEAN,
            MAX)
        .stats(
            "UPDATED",
            "days since the last report",
            "jours depuis le dernier relevé",
            (c, d) -> d.days(c.getUpdatedOn()),
            MEAN,
            MAX);
    amounts(
            all.where(
                    "ACTIVE",
                    "running credits elsewhere",
                    "crédits en cours ailleurs",
                    BureauFeatures::active)
                .count())
        .stats(
            "REMAINING",
            "days left to run",
            "jours restants",
            (c, d) -> d.days(c.getPlannedEndOn()),
            MEAN,
            MAX);
    all.where(
            "CLOSED",
            "closed credits elsewhere",
            "crédits soldés ailleurs",
            (c, d) -> "Closed".equals(c.getCreditActive()))
        .count()
        .stats("CREDIT", "amount", "montant", CREDIT, SUM, MEAN, MAX)
        .stats(
            "AGE",
            "days since the credit was asked for",
            "jours depuis la demande du crédit",
            APPLIED_ON,
            MEAN,
            MAX)
        .stats(
            "EARLY",
            "days from the planned to the real end",
            "jours entre la fin prévue et la fin réelle",
            (c, d) -> d.days(c.getEndedOn()) - d.days(c.getPlannedEndOn()),
            MEAN,
            MIN);
    for (Period period : Period.values()) {
      all.where(
              period.name(),
              period.en("credits elsewhere"),
              period.fr("crédits ailleurs"),
              APPLIED_ON,
              period::holdsDay)
          .count()
          .stats("CREDIT", "amount", "montant", CREDIT, SUM)
          .trend("CREDIT", "amount", "montant", CREDIT, all);
    }
    all.latest(3, "LATEST_3", "the latest 3 credits elsewhere", "les 3 derniers crédits ailleurs")
        .share("ACTIVE", "running credits", "crédits en cours", BureauFeatures::active)
        .stats("CREDIT", "amount", "montant", CREDIT, MEAN)
        .stats("DEBT", "debt left", "dette restante", DEBT, SUM)
        .stats(
            "AGE",
            "days since the credit was asked for",
            "jours depuis la demande du crédit",
            APPLIED_ON,
            MEAN);
    balances(all.with(KaggleTable.BUREAU_BALANCE));
    return all.definitions();
  }

  private static void balances(RecordSet<BureauCredit> credits) {
    credits
        .stats("MONTHS", "months of recorded balances", "mois de soldes connus", MONTHS, SUM, MAX)
        .stats("LATE_MONTHS", "months in arrears", "mois en retard", LATE_MONTHS, SUM, MAX)
        .stats(
            "LATE_MONTHS_12",
            "months in arrears in the last year",
            "mois en retard sur un an",
            (c, d) -> lateMonths(c, d, 12),
            SUM)
        .stats(
            "LATE_MONTHS_6",
            "months in arrears in the last 6 months",
            "mois en retard sur 6 mois",
            (c, d) -> lateMonths(c, d, 6),
            SUM)
        .stats(
            "LATE_MONTHS_3",
            "months in arrears in the last 3 months",
            "mois en retard sur 3 mois",
            (c, d) -> lateMonths(c, d, 3),
            SUM)
        .stats(
            "WORST_STATUS",
            "worst band of arrears",
            "pire tranche de retard",
            (c, d) -> worstStatus(c),
            MAX,
            MEAN)
        .quotient(
            "LATE_MONTHS_RATE",
            "share of months in arrears",
            "part des mois en retard",
            LATE_MONTHS,
            MONTHS,
            SUM);
  }

  private static RecordSet<BureauCredit> amounts(RecordSet<BureauCredit> credits) {
    return credits
        .stats("CREDIT", "amount", "montant", CREDIT, SUM, MEAN, MAX)
        .stats("DEBT", "debt left", "dette restante", DEBT, SUM, MEAN, MAX)
        .stats(
            "LIMIT",
            "card limit",
            "plafond de carte",
            (c, d) -> orNaN(c.getAmtCreditSumLimit()),
            SUM)
        .stats(
            "OVERDUE",
            "amount overdue",
            "montant en retard",
            (c, d) -> orNaN(c.getAmtCreditSumOverdue()),
            SUM)
        .stats(
            "MAX_OVERDUE",
            "highest amount ever overdue",
            "plus grand retard connu",
            (c, d) -> orNaN(c.getAmtCreditMaxOverdue()),
            MAX,
            MEAN)
        .stats("DAYS_OVERDUE", "days overdue", "jours de retard", DAYS_OVERDUE, MAX)
        .stats("ANNUITY", "yearly repayment", "annuité", (c, d) -> orNaN(c.getAmtAnnuity()), SUM)
        .stats(
            "AGE",
            "days since the credit was asked for",
            "jours depuis la demande du crédit",
            APPLIED_ON,
            MEAN,
            MIN,
            MAX)
        .stats(
            "UTILISATION",
            "debt against amount",
            "dette rapportée au montant",
            (c, d) -> ratio(orNaN(c.getAmtCreditSumDebt()), orNaN(c.getAmtCreditSum())),
            MEAN,
            MAX)
        .quotient(
            "DEBT_RATE", "debt against amount", "dette rapportée au montant", DEBT, CREDIT, SUM);
  }

  private static boolean active(BureauCredit credit, HistoryDates dates) {
    return "Active".equals(credit.getCreditActive());
  }

  private static boolean type(BureauCredit credit, String type) {
    return type.equals(credit.getCreditType());
  }

  private static double lateMonths(BureauCredit credit, HistoryDates dates, int within) {
    if (credit.getBalances().isEmpty()) {
      return Double.NaN;
    }
    int late = 0;
    for (MonthlyBalance balance : credit.getBalances()) {
      if (band(balance) > 0 && dates.months(balance.getMonth()) >= -within) {
        late++;
      }
    }
    return late;
  }

  private static double worstStatus(BureauCredit credit) {
    double worst = Double.NaN;
    for (MonthlyBalance balance : credit.getBalances()) {
      double band = band(balance);
      worst = Double.isNaN(worst) ? band : Math.max(worst, band);
    }
    return worst;
  }

  /** The band of days past due, 1 to 5; 0 where nothing is, or nothing is known. */
  private static int band(MonthlyBalance balance) {
    String status = balance.getStatus();
    char first = status.length() == 1 ? status.charAt(0) : '0';
    return first >= '1' && first <= '5' ? first - '0' : 0;
  }
}
