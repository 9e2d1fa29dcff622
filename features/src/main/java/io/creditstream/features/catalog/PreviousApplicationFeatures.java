package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Measure.ratio;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;
import static io.creditstream.features.catalog.Statistic.SUM;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.schemas.PreviousApplication;
import java.util.List;

/** Features of the earlier applications to this lender. */
final class PreviousApplicationFeatures {

  private static final Measure<PreviousApplication> DECIDED_ON = (p, d) -> d.days(p.getDecidedOn());
  private static final Measure<PreviousApplication> ANNUITY = (p, d) -> orNaN(p.getAmtAnnuity());
  private static final Measure<PreviousApplication> CREDIT = (p, d) -> orNaN(p.getAmtCredit());
  private static final Measure<PreviousApplication> TERM = (p, d) -> orNaN(p.getCntPayment());

  /** What is paid back for each unit lent: 1 plus the interest of the whole term. */
  private static final Measure<PreviousApplication> PRICE =
      (p, d) -> ratio(orNaN(p.getAmtAnnuity()) * orNaN(p.getCntPayment()), orNaN(p.getAmtCredit()));

  private PreviousApplicationFeatures() {}

  static List<FeatureDefinition> definitions() {
    RecordSet<PreviousApplication> all =
        RecordSet.all(
            "PREVIOUS",
            KaggleTable.PREVIOUS_APPLICATION,
            "earlier applications",
            "demandes antérieures",
            a -> a.history().previousApplications(),
            DECIDED_ON);
    amounts(all.count())
        .share("APPROVED", "approved ones", "acceptées", (p, d) -> status(p, "Approved"))
        .share("REFUSED", "refused ones", "refusées", (p, d) -> status(p, "Refused"))
        .share("CANCELED", "cancelled ones", "annulées", (p, d) -> status(p, "Canceled"))
        .share(
            "CASH",
            "cash loans",
            "prêts en numéraire",
            (p, d) -> "Cash loans".equals(p.getNameContractType()))
        .share(
            "REVOLVING",
            "revolving loans",
            "crédits renouvelables",
            (p, d) -> "Revolving loans".equals(p.getNameContractType()))
        .share(
            "HIGH_YIELD",
            "high interest rates",
            "taux élevés",
            (p, d) -> "high".equals(p.getNameYieldGroup()))
        .share(
            "WALK_IN",
            "walk-in sales",
            "ventes sans rendez-vous",
            (p, d) -> "walk-in".equals(p.getNameProductType()))
        .share(
            "INSURED",
            "insured loans",
            "prêts assurés",
            (p, d) -> Boolean.TRUE.equals(p.getNflagInsuredOnApproval()))
        .stats(
            "HOUR",
            "hour of the application",
            "heure de la demande",
            (p, d) -> orNaN(p.getHourApprProcessStart()),
            MEAN)
        .stats(
            "SELLER_AREA",
            "area of the place of sale",
            "surface du point de vente",
            (p, d) -> known(orNaN(p.getSellerplaceArea())),
            MEAN,
            MAX);
    amounts(
            all.where(
                    "APPROVED",
                    "approved earlier applications",
                    "demandes antérieures acceptées",
                    (p, d) -> status(p, "Approved"))
                .count())
        .stats(
            "FIRST_DUE",
            "days since the first due date",
            "jours depuis la première échéance",
            (p, d) -> d.days(p.getFirstDueOn()),
            MIN,
            MAX)
        .stats(
            "LAST_DUE",
            "days from the last due date",
            "jours depuis la dernière échéance",
            (p, d) -> d.days(p.getLastDueOn()),
            MAX)
        .stats(
            "TERMINATED",
            "days from the end of the contract",
            "jours depuis la fin du contrat",
            (p, d) -> d.days(p.getTerminatedOn()),
            MAX)
        .stats(
            "EARLY_END",
            "days from the planned to the real last due date",
            "jours entre échéance finale prévue et réelle",
            (p, d) -> d.days(p.getLastDueOn()) - d.days(p.getFirstVersionLastDueOn()),
            MEAN,
            MIN);
    amounts(
        all.where(
                "REFUSED",
                "refused earlier applications",
                "demandes antérieures refusées",
                (p, d) -> status(p, "Refused"))
            .count());
    for (Period period : Period.values()) {
      all.where(
              period.name(),
              period.en("earlier applications"),
              period.fr("demandes"),
              DECIDED_ON,
              period::holdsDay)
          .count()
          .share("REFUSED", "refused ones", "refusées", (p, d) -> status(p, "Refused"))
          .stats("CREDIT", "amount granted", "montant accordé", CREDIT, SUM)
          .trend("CREDIT", "amount granted", "montant accordé", CREDIT, all);
    }
    for (int size : new int[] {1, 3, 5}) {
      latest(
          all.latest(
              size,
              "LATEST_" + size,
              size == 1 ? "the latest earlier application" : "the latest " + size + " applications",
              size == 1 ? "la dernière demande" : "les " + size + " dernières demandes"));
    }
    return all.definitions();
  }

  private static void latest(RecordSet<PreviousApplication> set) {
    set.share("REFUSED", "refused ones", "refusées", (p, d) -> status(p, "Refused"))
        .stats("ANNUITY", "repayment", "mensualité", ANNUITY, MEAN)
        .stats("CREDIT", "amount granted", "montant accordé", CREDIT, MEAN)
        .stats("DECIDED", "days since the decision", "jours depuis la décision", DECIDED_ON, MEAN)
        .stats("TERM", "term in payments", "durée en échéances", TERM, MEAN)
        .stats(
            "PRICE",
            "all payments against credit",
            "total à payer rapporté au crédit",
            PRICE,
            MEAN);
  }

  private static RecordSet<PreviousApplication> amounts(RecordSet<PreviousApplication> set) {
    return set.stats("ANNUITY", "repayment", "mensualité", ANNUITY, MEAN, MAX)
        .stats(
            "ASKED",
            "amount asked for",
            "montant demandé",
            (p, d) -> orNaN(p.getAmtApplication()),
            MEAN,
            MAX)
        .stats("CREDIT", "amount granted", "montant accordé", CREDIT, MEAN, MAX)
        .stats(
            "GRANTED_RATE",
            "amount asked for against granted",
            "montant demandé rapporté à l'accordé",
            (p, d) -> ratio(orNaN(p.getAmtApplication()), orNaN(p.getAmtCredit())),
            MEAN,
            MIN)
        .stats(
            "DOWN_PAYMENT",
            "down payment",
            "apport",
            (p, d) -> orNaN(p.getAmtDownPayment()),
            MEAN,
            MAX)
        .stats(
            "DOWN_PAYMENT_RATE",
            "down payment rate",
            "taux d'apport",
            (p, d) -> orNaN(p.getRateDownPayment()),
            MEAN)
        .stats(
            "DECIDED",
            "days since the decision",
            "jours depuis la décision",
            DECIDED_ON,
            MEAN,
            MIN,
            MAX)
        .stats("TERM", "term in payments", "durée en échéances", TERM, MEAN, SUM)
        .stats(
            "PRICE",
            "all payments against credit",
            "total à payer rapporté au crédit",
            PRICE,
            MEAN,
            MAX);
  }

  private static boolean status(PreviousApplication application, String status) {
    return status.equals(application.getNameContractStatus());
  }

  private static double known(double sellerArea) {
    return sellerArea < 0 ? Double.NaN : sellerArea;
  }
}
