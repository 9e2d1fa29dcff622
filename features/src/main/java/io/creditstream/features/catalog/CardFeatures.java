package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Measure.ratio;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;
import static io.creditstream.features.catalog.Statistic.SUM;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.schemas.CreditCardBalance;
import java.util.List;

/** Features of the monthly balances of credit cards. */
final class CardFeatures {

  private static final Measure<CreditCardBalance> MONTH = (b, d) -> d.months(b.getBalanceMonth());
  private static final Measure<CreditCardBalance> BALANCE = (b, d) -> orNaN(b.getAmtBalance());
  private static final Measure<CreditCardBalance> UTILISATION =
      (b, d) -> ratio(orNaN(b.getAmtBalance()), orNaN(b.getAmtCreditLimitActual()));
  private static final Measure<CreditCardBalance> DRAWN =
      (b, d) -> orNaN(b.getAmtDrawingsCurrent());
  private static final Measure<CreditCardBalance> CASH_DRAWN =
      (b, d) -> orNaN(b.getAmtDrawingsAtmCurrent());
  private static final Measure<CreditCardBalance> DRAWINGS =
      (b, d) -> orNaN(b.getCntDrawingsCurrent());
  private static final Measure<CreditCardBalance> PAID =
      (b, d) -> orNaN(b.getAmtPaymentTotalCurrent());
  private static final Measure<CreditCardBalance> DAYS_LATE = (b, d) -> orNaN(b.getSkDpd());

  private CardFeatures() {}

  static List<FeatureDefinition> definitions() {
    RecordSet<CreditCardBalance> all =
        RecordSet.all(
            "CARD",
            KaggleTable.CREDIT_CARD_BALANCE,
            "months of credit cards",
            "mois de cartes de crédit",
            a -> a.history().cardBalances(),
            MONTH);
    cardAmounts(all.count())
        .stats("MONTH", "months since the balance", "mois depuis le solde", MONTH, MIN)
        .stats("DAYS_LATE", "days past due", "jours de retard", DAYS_LATE, MEAN, MAX)
        .stats(
            "DAYS_LATE_MATERIAL",
            "days past due, small debts forgiven",
            "jours de retard, petites dettes exclues",
            (b, d) -> orNaN(b.getSkDpdDef()),
            MAX)
        .stats(
            "PAID_INSTALMENTS",
            "instalments paid so far",
            "échéances payées",
            (b, d) -> orNaN(b.getCntInstalmentMatureCum()),
            MAX)
        .share(
            "DRAWN",
            "months with drawings",
            "mois avec retraits",
            DRAWINGS,
            drawings -> drawings > 0);
    for (Period period : Period.values()) {
      RecordSet<CreditCardBalance> months =
          all.where(
              period.name(),
              period.en("months of credit cards"),
              period.fr("mois de cartes"),
              MONTH,
              period::holdsMonth);
      recentCards(months.count())
          .trend(
              "UTILISATION", "balance against limit", "solde rapporté au plafond", UTILISATION, all)
          .trend("BALANCE", "balance", "solde", BALANCE, all)
          .trend("DRAWN", "amount drawn", "montant retiré", DRAWN, all);
    }
    return all.definitions();
  }

  private static RecordSet<CreditCardBalance> cardAmounts(RecordSet<CreditCardBalance> set) {
    return cardRates(set)
        .stats("BALANCE", "balance", "solde", BALANCE, MEAN, MAX)
        .stats("LIMIT", "limit", "plafond", (b, d) -> orNaN(b.getAmtCreditLimitActual()), MEAN, MAX)
        .stats("DRAWN", "amount drawn", "montant retiré", DRAWN, MEAN, SUM)
        .stats(
            "CASH_DRAWN",
            "amount drawn in cash",
            "montant retiré en espèces",
            CASH_DRAWN,
            MEAN,
            SUM)
        .stats("DRAWINGS", "number of drawings", "nombre de retraits", DRAWINGS, MEAN)
        .stats("PAID", "amount paid", "montant payé", PAID, MEAN, SUM);
  }

  private static RecordSet<CreditCardBalance> recentCards(RecordSet<CreditCardBalance> set) {
    return cardRates(set)
        .stats("BALANCE", "balance", "solde", BALANCE, MEAN)
        .stats("DRAWN", "amount drawn", "montant retiré", DRAWN, MEAN)
        .stats("CASH_DRAWN", "amount drawn in cash", "montant retiré en espèces", CASH_DRAWN, SUM)
        .stats("PAID", "amount paid", "montant payé", PAID, MEAN)
        .stats("DAYS_LATE", "days past due", "jours de retard", DAYS_LATE, MAX);
  }

  private static RecordSet<CreditCardBalance> cardRates(RecordSet<CreditCardBalance> set) {
    return set.stats(
            "UTILISATION",
            "balance against limit",
            "solde rapporté au plafond",
            UTILISATION,
            MEAN,
            MAX)
        .quotient(
            "PAID_RATE",
            "paid against minimal instalment",
            "payé rapporté au minimum dû",
            (b, d) -> orNaN(b.getAmtPaymentCurrent()),
            (b, d) -> orNaN(b.getAmtInstMinRegularity()),
            SUM);
  }
}
