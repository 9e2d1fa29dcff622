package io.creditstream.advisor.web;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.CreditCardBalance;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.PosCashBalance;
import io.creditstream.schemas.PreviousApplication;
import java.util.List;
import org.apache.avro.Schema;

/** The tables of a client's history and the columns that are shown of each. */
enum HistoryTable {
  BUREAU(
      "bureauCredits",
      BureauCredit.getClassSchema(),
      List.of(
          "appliedOn",
          "creditType",
          "creditActive",
          "amtCreditSum",
          "amtCreditSumDebt",
          "amtCreditSumOverdue",
          "creditDayOverdue",
          "plannedEndOn",
          "endedOn")),
  PREVIOUS(
      "previousApplications",
      PreviousApplication.getClassSchema(),
      List.of(
          "decidedOn",
          "nameContractType",
          "nameContractStatus",
          "amtApplication",
          "amtCredit",
          "amtAnnuity",
          "cntPayment",
          "lastDueOn")),
  INSTALMENTS(
      "installmentPayments",
      InstallmentPayment.getClassSchema(),
      List.of("dueOn", "paidOn", "numInstalmentNumber", "amtInstalment", "amtPayment")),
  POS(
      "posCashBalances",
      PosCashBalance.getClassSchema(),
      List.of(
          "balanceMonth", "nameContractStatus", "cntInstalment", "cntInstalmentFuture", "skDpd")),
  CARD(
      "cardBalances",
      CreditCardBalance.getClassSchema(),
      List.of(
          "balanceMonth",
          "amtBalance",
          "amtCreditLimitActual",
          "amtDrawingsCurrent",
          "amtPaymentCurrent",
          "skDpd"));

  private final String member;
  private final Schema schema;
  private final List<String> columns;

  HistoryTable(String member, Schema schema, List<String> columns) {
    this.member = member;
    this.schema = schema;
    this.columns = columns;
  }

  /** The member of the scorer's answer that holds its records. */
  String member() {
    return member;
  }

  /** The field that the records are ordered by: the first column. */
  String order() {
    return columns.get(0);
  }

  List<Schema.Field> fields() {
    return columns.stream().map(schema::getField).toList();
  }
}
