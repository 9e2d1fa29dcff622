package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.schemas.PosCashBalance;
import java.util.List;

/** Features of the monthly balances of earlier loans. */
final class PosCashFeatures {

  private static final Measure<PosCashBalance> MONTH = (b, d) -> d.months(b.getBalanceMonth());
  private static final Measure<PosCashBalance> LEFT = (b, d) -> orNaN(b.getCntInstalmentFuture());
  private static final Measure<PosCashBalance> DAYS_LATE = (b, d) -> orNaN(b.getSkDpd());

  private PosCashFeatures() {}

  static List<FeatureDefinition> definitions() {
    RecordSet<PosCashBalance> all =
        RecordSet.all(
            "POS",
            KaggleTable.POS_CASH_BALANCE,
            "months of earlier loans",
            "mois de prêts antérieurs",
            a -> a.history().posCashBalances(),
            MONTH);
    all.count()
        .stats("MONTH", "months since the balance", "mois depuis le solde", MONTH, MIN, MAX)
        .stats(
            "TERM",
            "term in instalments",
            "durée en échéances",
            (b, d) -> orNaN(b.getCntInstalment()),
            MEAN,
            MAX)
        .stats("LEFT", "instalments left", "échéances restantes", LEFT, MEAN, MIN, MAX)
        .stats("DAYS_LATE", "days past due", "jours de retard", DAYS_LATE, MEAN, MAX)
        .stats(
            "DAYS_LATE_MATERIAL",
            "days past due, small debts forgiven",
            "jours de retard, petites dettes exclues",
            (b, d) -> orNaN(b.getSkDpdDef()),
            MEAN,
            MAX)
        .share("LATE", "late months", "mois en retard", DAYS_LATE, days -> days > 0)
        .share(
            "COMPLETED",
            "months of completed contracts",
            "mois de contrats terminés",
            (b, d) -> "Completed".equals(b.getNameContractStatus()));
    for (Period period : Period.values()) {
      recent(
              all.where(
                      period.name(),
                      period.en("months of earlier loans"),
                      period.fr("mois de prêts"),
                      MONTH,
                      period::holdsMonth)
                  .count())
          .trend("DAYS_LATE", "days past due", "jours de retard", DAYS_LATE, all)
          .trend("LEFT", "instalments left", "échéances restantes", LEFT, all);
    }
    recent(
        all.latest(3, "LATEST_3", "the latest 3 months of loans", "les 3 derniers mois de prêts"));
    return all.definitions();
  }

  private static RecordSet<PosCashBalance> recent(RecordSet<PosCashBalance> set) {
    return set.stats("LEFT", "instalments left", "échéances restantes", LEFT, MEAN)
        .stats("DAYS_LATE", "days past due", "jours de retard", DAYS_LATE, MEAN, MAX);
  }
}
