package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Measure.ratio;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;
import static io.creditstream.features.catalog.Statistic.SUM;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.CreditCardBalance;
import java.util.List;

/** Features of the monthly balances of credit cards. */
final class CardFeatures {

  private CardFeatures() {}

  static List<FeatureDefinition> definitions() {
    RecordSet<CreditCardBalance> all =
        RecordSet.all(
            "CARD",
            KaggleTable.CREDIT_CARD_BALANCE,
            "months of credit cards",
            "mois de cartes de crédit",
            a -> a.history().cardBalances(),
            (b, d) -> d.months(b.getBalanceMonth()));
    cardAmounts(all.count())
        .stats(
            "MONTH",
            "months since the balance",
            "mois depuis le solde",
            (b, d) -> d.months(b.getBalanceMonth()),
            MIN)
        .stats(
            "DAYS_LATE",
            "days past due",
            "jours de retard",
            (b, d) -> orNaN(b.getSkDpd()),
            MEAN,
            MAX)
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
            (b, d) -> orNaN(b.getCntDrawingsCurrent()) > 0);
    for (Period period : Period.values()) {
      RecordSet<CreditCardBalance> months =
          all.where(
              period.name(),
              period.en("months of credit cards"),
              period.fr("mois de cartes"),
              (b, d) -> period.holdsMonth(d.months(b.getBalanceMonth())));
      recentCards(months.count())
          .trend(
              "UTILISATION",
              "balance against limit",
              "solde rapporté au plafond",
              CardFeatures::utilisation,
              all)
          .trend("BALANCE", "balance", "solde", CardFeatures::balance, all)
          .trend("DRAWN", "amount drawn", "montant retiré", CardFeatures::drawn, all);
    }
    return all.definitions();
  }

  private static RecordSet<CreditCardBalance> cardAmounts(RecordSet<CreditCardBalance> set) {
    return cardRates(set)
        .stats("BALANCE", "balance", "solde", CardFeatures::balance, MEAN, MAX)
        .stats("LIMIT", "limit", "plafond", (b, d) -> orNaN(b.getAmtCreditLimitActual()), MEAN, MAX)
        .stats("DRAWN", "amount drawn", "montant retiré", CardFeatures::drawn, MEAN, SUM)
        .stats(
            "CASH_DRAWN",
            "amount drawn in cash",
            "montant retiré en espèces",
            CardFeatures::cashDrawn,
            MEAN,
            SUM)
        .stats(
            "DRAWINGS",
            "number of drawings",
            "nombre de retraits",
            (b, d) -> orNaN(b.getCntDrawingsCurrent()),
            MEAN)
        .stats("PAID", "amount paid", "montant payé", CardFeatures::paid, MEAN, SUM);
  }

  private static RecordSet<CreditCardBalance> recentCards(RecordSet<CreditCardBalance> set) {
    return cardRates(set)
        .stats("BALANCE", "balance", "solde", CardFeatures::balance, MEAN)
        .stats("DRAWN", "amount drawn", "montant retiré", CardFeatures::drawn, MEAN)
        .stats(
            "CASH_DRAWN",
            "amount drawn in cash",
            "montant retiré en espèces",
            CardFeatures::cashDrawn,
            SUM)
        .stats("PAID", "amount paid", "montant payé", CardFeatures::paid, MEAN)
        .stats("DAYS_LATE", "days past due", "jours de retard", (b, d) -> orNaN(b.getSkDpd()), MAX);
  }

  private static RecordSet<CreditCardBalance> cardRates(RecordSet<CreditCardBalance> set) {
    return set.stats(
            "UTILISATION",
            "balance against limit",
            "solde rapporté au plafond",
            CardFeatures::utilisation,
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

  private static double cashDrawn(CreditCardBalance balance, HistoryDates dates) {
    return orNaN(balance.getAmtDrawingsAtmCurrent());
  }

  private static double paid(CreditCardBalance balance, HistoryDates dates) {
    return orNaN(balance.getAmtPaymentTotalCurrent());
  }

  private static double balance(CreditCardBalance balance, HistoryDates dates) {
    return orNaN(balance.getAmtBalance());
  }

  private static double utilisation(CreditCardBalance balance, HistoryDates dates) {
    return ratio(orNaN(balance.getAmtBalance()), orNaN(balance.getAmtCreditLimitActual()));
  }

  private static double drawn(CreditCardBalance balance, HistoryDates dates) {
    return orNaN(balance.getAmtDrawingsCurrent());
  }
}
