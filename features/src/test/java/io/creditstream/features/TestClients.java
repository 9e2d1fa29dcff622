package io.creditstream.features;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.LoanApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Small clients for tests. */
public final class TestClients {

  public static final Instant SUBMITTED = Instant.parse("2024-06-15T10:00:00Z");

  private static final HistoryDates DATES = HistoryDates.of(SUBMITTED);

  private TestClients() {}

  public static LoanApplication application() {
    LoanApplication application = new LoanApplication();
    application.setApplicationId("a-1");
    application.setClientId("c-1");
    application.setSubmittedAt(SUBMITTED);
    application.setNameContractType("Cash loans");
    application.setAmtIncomeTotal(100_000.0);
    application.setAmtCredit(400_000.0);
    application.setAmtAnnuity(20_000.0);
    application.setDaysBirth(-12_000);
    application.setDaysEmployed(HistoryDates.OPEN_DAYS);
    application.setFlagOwnCar(true);
    return application;
  }

  public static BureauCredit credit(String id, double amount, Instant eventTime) {
    BureauCredit credit = new BureauCredit();
    credit.setRecordId(id);
    credit.setClientId("c-1");
    credit.setEventTime(eventTime);
    credit.setCreditActive("Active");
    credit.setAmtCreditSum(amount);
    credit.setAppliedOn(DATES.plusDays(-100));
    credit.setBalances(List.of());
    return credit;
  }

  public static InstallmentPayment payment(String id, int due, int paid) {
    InstallmentPayment payment = new InstallmentPayment();
    payment.setRecordId(id);
    payment.setClientId("c-1");
    payment.setEventTime(SUBMITTED);
    payment.setDueOn(date(due));
    payment.setPaidOn(date(paid));
    payment.setAmtInstalment(100.0);
    payment.setAmtPayment(90.0);
    return payment;
  }

  private static LocalDate date(int days) {
    return DATES.plusDays(days);
  }
}
