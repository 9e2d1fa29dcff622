package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;
import static io.creditstream.features.catalog.Statistic.SUM;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.InstallmentPayment;
import java.util.List;

/** Features of the payments of instalments. */
final class InstalmentFeatures {

  private static final Measure<InstallmentPayment> DUE_ON = (p, d) -> d.days(p.getDueOn());
  private static final Measure<InstallmentPayment> DUE = (p, d) -> orNaN(p.getAmtInstalment());
  private static final Measure<InstallmentPayment> PAID = (p, d) -> orNaN(p.getAmtPayment());
  private static final Measure<InstallmentPayment> DAYS_LATE = InstalmentFeatures::daysLate;
  private static final Measure<InstallmentPayment> UNDERPAID =
      (p, d) -> orNaN(p.getAmtInstalment()) - orNaN(p.getAmtPayment());

  private InstalmentFeatures() {}

  static List<FeatureDefinition> definitions() {
    RecordSet<InstallmentPayment> all =
        RecordSet.all(
            "INSTALMENT",
            KaggleTable.INSTALLMENTS_PAYMENTS,
            "instalment payments",
            "paiements d'échéances",
            a -> a.history().installmentPayments(),
            DUE_ON);
    punctuality(all.count())
        .stats("DUE", "amount due", "montant dû", DUE, MEAN, MAX, SUM)
        .stats("PAID", "amount paid", "montant payé", PAID, MEAN, MIN, MAX)
        .stats(
            "PAID_ON",
            "days since the payment",
            "jours depuis le paiement",
            (p, d) -> d.days(p.getPaidOn()),
            MEAN,
            MAX)
        .stats(
            "VERSION",
            "version of the calendar",
            "version de l'échéancier",
            (p, d) -> orNaN(p.getNumInstalmentVersion()),
            MEAN,
            MAX);
    for (Period period : Period.values()) {
      RecordSet<InstallmentPayment> payments =
          all.where(
              period.name(),
              period.en("instalment payments"),
              period.fr("paiements d'échéances"),
              DUE_ON,
              period::holdsDay);
      arrears(payments.count())
          .trend("DAYS_LATE", "days late", "jours de retard", DAYS_LATE, all)
          .trend("UNDERPAID", "amount short", "montant manquant", UNDERPAID, all);
    }
    for (int size : new int[] {5, 10}) {
      arrears(
          all.latest(
              size,
              "LATEST_" + size,
              "the latest " + size + " instalment payments",
              "les " + size + " derniers paiements d'échéances"));
    }
    return all.definitions();
  }

  private static RecordSet<InstallmentPayment> punctuality(RecordSet<InstallmentPayment> set) {
    return arrears(set)
        .stats("DAYS_LATE", "days late", "jours de retard", DAYS_LATE, SUM)
        .stats(
            "DAYS_EARLY", "days early", "jours d'avance", InstalmentFeatures::daysEarly, MEAN, MAX)
        .stats("UNDERPAID", "amount short", "montant manquant", UNDERPAID, MEAN, MAX);
  }

  private static RecordSet<InstallmentPayment> arrears(RecordSet<InstallmentPayment> set) {
    return set.stats("DAYS_LATE", "days late", "jours de retard", DAYS_LATE, MEAN, MAX)
        .stats("UNDERPAID", "amount short", "montant manquant", UNDERPAID, SUM)
        .share("LATE", "late payments", "paiements en retard", DAYS_LATE, days -> days > 0)
        .quotient("PAID_RATE", "paid against due", "payé rapporté au dû", PAID, DUE, SUM);
  }

  private static double daysLate(InstallmentPayment payment, HistoryDates dates) {
    return positive(dates.days(payment.getPaidOn()) - dates.days(payment.getDueOn()));
  }

  private static double daysEarly(InstallmentPayment payment, HistoryDates dates) {
    return positive(dates.days(payment.getDueOn()) - dates.days(payment.getPaidOn()));
  }

  private static double positive(double days) {
    return Double.isNaN(days) ? days : Math.max(0, days);
  }
}
