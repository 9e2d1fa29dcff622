package io.creditstream.schemas.topic;

import static io.creditstream.schemas.topic.Topic.Partitioning.BY_CLIENT;
import static io.creditstream.schemas.topic.Topic.Partitioning.SINGLE;
import static io.creditstream.schemas.topic.Topic.Retention.FOREVER;
import static io.creditstream.schemas.topic.Topic.Retention.LATEST_BY_KEY;

import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.CreditCardBalance;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.InstallmentPayment;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.PosCashBalance;
import io.creditstream.schemas.PreviousApplication;
import io.creditstream.schemas.RescoreRequest;
import java.util.List;

/** Every topic of the contract. */
public final class Topics {

  /**
   * Largest record of {@link #MODELS} and {@link #DRIFT_REFERENCES}, in bytes: 64 MiB. Topics,
   * producers and consumers need it.
   */
  public static final int MODEL_RECORD_BYTES = 64 << 20;

  public static final Topic<LoanApplication> APPLICATIONS =
      new Topic<>("credit.applications.v1", LoanApplication.class, BY_CLIENT, FOREVER);
  public static final Topic<BureauCredit> BUREAU_CREDITS =
      new Topic<>("credit.bureau-credits.v1", BureauCredit.class, BY_CLIENT, FOREVER);
  public static final Topic<PreviousApplication> PREVIOUS_APPLICATIONS =
      new Topic<>("credit.previous-applications.v1", PreviousApplication.class, BY_CLIENT, FOREVER);
  public static final Topic<PosCashBalance> POS_CASH_BALANCES =
      new Topic<>("credit.pos-cash-balances.v1", PosCashBalance.class, BY_CLIENT, FOREVER);
  public static final Topic<CreditCardBalance> CARD_BALANCES =
      new Topic<>("credit.card-balances.v1", CreditCardBalance.class, BY_CLIENT, FOREVER);
  public static final Topic<InstallmentPayment> INSTALLMENT_PAYMENTS =
      new Topic<>("credit.installment-payments.v1", InstallmentPayment.class, BY_CLIENT, FOREVER);
  public static final Topic<RescoreRequest> RESCORE_REQUESTS =
      new Topic<>("credit.rescore-requests.v1", RescoreRequest.class, BY_CLIENT, FOREVER);
  public static final Topic<LoanOutcome> OUTCOMES =
      new Topic<>("credit.outcomes.v1", LoanOutcome.class, BY_CLIENT, FOREVER);
  public static final Topic<ModelBundle> MODELS =
      new Topic<>("credit.models.v1", ModelBundle.class, SINGLE, LATEST_BY_KEY);
  public static final Topic<LoanDecision> DECISIONS =
      new Topic<>("credit.decisions.v1", LoanDecision.class, BY_CLIENT, FOREVER);
  public static final Topic<LoanDecision> CHALLENGER_DECISIONS =
      new Topic<>("credit.challenger-decisions.v1", LoanDecision.class, BY_CLIENT, FOREVER);
  public static final Topic<DecisionReview> REVIEWS =
      new Topic<>("credit.reviews.v1", DecisionReview.class, BY_CLIENT, FOREVER);
  public static final Topic<DriftReport> DRIFT_REPORTS =
      new Topic<>("credit.drift-reports.v1", DriftReport.class, SINGLE, FOREVER);

  /** Every model that a drift monitor has met, by the SHA-256 of its text; none is ever removed. */
  public static final Topic<ModelBundle> DRIFT_REFERENCES =
      new Topic<>("credit.drift-references.v1", ModelBundle.class, SINGLE, LATEST_BY_KEY);

  private static final List<Topic<?>> ALL =
      List.of(
          APPLICATIONS,
          BUREAU_CREDITS,
          PREVIOUS_APPLICATIONS,
          POS_CASH_BALANCES,
          CARD_BALANCES,
          INSTALLMENT_PAYMENTS,
          RESCORE_REQUESTS,
          OUTCOMES,
          MODELS,
          DECISIONS,
          CHALLENGER_DECISIONS,
          REVIEWS,
          DRIFT_REPORTS,
          DRIFT_REFERENCES);

  private Topics() {}

  /**
   * All topics, inputs before outputs; dead-letter topics are named by {@link
   * Topic#deadLetterTopic()}.
   */
  public static List<Topic<?>> all() {
    return ALL;
  }
}
