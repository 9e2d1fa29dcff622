package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.orNaN;
import static io.creditstream.features.catalog.Measure.ratio;
import static io.creditstream.features.catalog.Statistic.MAX;
import static io.creditstream.features.catalog.Statistic.MEAN;
import static io.creditstream.features.catalog.Statistic.MIN;
import static io.creditstream.features.catalog.Statistic.SUM;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.CreditCardBalance;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.PosCashBalance;
import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;

/** Features of the monthly balances and payments of earlier loans and cards. */
final class BalanceFeatures {

  private static final int YEAR = 365;

  private BalanceFeatures() {}

  static List<FeatureDefinition> definitions() {
    List<FeatureDefinition> definitions = new ArrayList<>();
    definitions.addAll(posCash());
    definitions.addAll(cards());
    definitions.addAll(installments());
    return definitions;
  }

  private static List<FeatureDefinition> posCash() {
    RecordSet<PosCashBalance> all =
        RecordSet.all(
            "POS",
            Topics.POS_CASH_BALANCES.name(),
            "months of earlier loans",
            "mois de prêts antérieurs",
            a -> a.history().posCashBalances(),
            (b, d) -> d.months(b.getBalanceMonth()));
    all.count()
        .stats(
            "MONTH",
            "months since the balance",
            "mois depuis le solde",
            (b, d) -> d.months(b.getBalanceMonth()),
            MIN,
            MAX)
        .stats(
            "TERM",
            "term in instalments",
            "durée en échéances",
            (b, d) -> orNaN(b.getCntInstalment()),
            MEAN,
            MAX)
        .stats(
            "LEFT",
            "instalments left",
            "échéances restantes",
            (b, d) -> orNaN(b.getCntInstalmentFuture()),
            MEAN,
            MIN,
            MAX)
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
            MEAN,
            MAX)
        .share("LATE", "late months", "mois en retard", (b, d) -> orNaN(b.getSkDpd()) > 0)
        .share(
            "COMPLETED",
            "months of completed contracts",
            "mois de contrats terminés",
            (b, d) -> "Completed".equals(b.getNameContractStatus()));
    all.where(
            "LAST_YEAR",
            "months of earlier loans of the last year",
            "mois de prêts de la dernière année",
            (b, d) -> d.months(b.getBalanceMonth()) >= -12)
        .count()
        .stats(
            "LEFT",
            "instalments left",
            "échéances restantes",
            (b, d) -> orNaN(b.getCntInstalmentFuture()),
            MEAN)
        .stats(
            "DAYS_LATE",
            "days past due",
            "jours de retard",
            (b, d) -> orNaN(b.getSkDpd()),
            MEAN,
            MAX);
    return all.definitions();
  }

  private static List<FeatureDefinition> cards() {
    RecordSet<CreditCardBalance> all =
        RecordSet.all(
            "CARD",
            Topics.CARD_BALANCES.name(),
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
    cardAmounts(
        all.where(
                "LAST_YEAR",
                "months of credit cards of the last year",
                "mois de cartes de la dernière année",
                (b, d) -> d.months(b.getBalanceMonth()) >= -12)
            .count());
    return all.definitions();
  }

  private static RecordSet<CreditCardBalance> cardAmounts(RecordSet<CreditCardBalance> set) {
    return set.stats("BALANCE", "balance", "solde", (b, d) -> orNaN(b.getAmtBalance()), MEAN, MAX)
        .stats("LIMIT", "limit", "plafond", (b, d) -> orNaN(b.getAmtCreditLimitActual()), MEAN, MAX)
        .stats(
            "UTILISATION",
            "balance against limit",
            "solde rapporté au plafond",
            (b, d) -> ratio(orNaN(b.getAmtBalance()), orNaN(b.getAmtCreditLimitActual())),
            MEAN,
            MAX)
        .stats(
            "DRAWN",
            "amount drawn",
            "montant retiré",
            (b, d) -> orNaN(b.getAmtDrawingsCurrent()),
            MEAN,
            SUM)
        .stats(
            "CASH_DRAWN",
            "amount drawn in cash",
            "montant retiré en espèces",
            (b, d) -> orNaN(b.getAmtDrawingsAtmCurrent()),
            MEAN,
            SUM)
        .stats(
            "DRAWINGS",
            "number of drawings",
            "nombre de retraits",
            (b, d) -> orNaN(b.getCntDrawingsCurrent()),
            MEAN)
        .stats(
            "PAID",
            "amount paid",
            "montant payé",
            (b, d) -> orNaN(b.getAmtPaymentTotalCurrent()),
            MEAN,
            SUM)
        .quotient(
            "PAID_RATE",
            "paid against minimal instalment",
            "payé rapporté au minimum dû",
            (b, d) -> orNaN(b.getAmtPaymentCurrent()),
            (b, d) -> orNaN(b.getAmtInstMinRegularity()),
            SUM);
  }

  private static List<FeatureDefinition> installments() {
    RecordSet<InstallmentPayment> all =
        RecordSet.all(
            "INSTALMENT",
            Topics.INSTALLMENT_PAYMENTS.name(),
            "instalment payments",
            "paiements d'échéances",
            a -> a.history().installmentPayments(),
            (p, d) -> d.days(p.getDueOn()));
    punctuality(all.count())
        .stats(
            "DUE",
            "amount due",
            "montant dû",
            (p, d) -> orNaN(p.getAmtInstalment()),
            MEAN,
            MAX,
            SUM)
        .stats(
            "PAID",
            "amount paid",
            "montant payé",
            (p, d) -> orNaN(p.getAmtPayment()),
            MEAN,
            MIN,
            MAX)
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
    punctuality(
        all.where(
                "LAST_YEAR",
                "instalment payments of the last year",
                "paiements d'échéances de la dernière année",
                (p, d) -> d.days(p.getDueOn()) >= -YEAR)
            .count());
    return all.definitions();
  }

  private static RecordSet<InstallmentPayment> punctuality(RecordSet<InstallmentPayment> set) {
    return set.stats(
            "DAYS_LATE", "days late", "jours de retard", BalanceFeatures::daysLate, MEAN, MAX, SUM)
        .stats("DAYS_EARLY", "days early", "jours d'avance", BalanceFeatures::daysEarly, MEAN, MAX)
        .stats(
            "UNDERPAID",
            "amount short",
            "montant manquant",
            (p, d) -> orNaN(p.getAmtInstalment()) - orNaN(p.getAmtPayment()),
            MEAN,
            MAX,
            SUM)
        .share("LATE", "late payments", "paiements en retard", (p, d) -> daysLate(p, d) > 0)
        .quotient(
            "PAID_RATE",
            "paid against due",
            "payé rapporté au dû",
            (p, d) -> orNaN(p.getAmtPayment()),
            (p, d) -> orNaN(p.getAmtInstalment()),
            SUM);
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
