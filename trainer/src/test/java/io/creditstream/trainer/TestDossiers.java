package io.creditstream.trainer;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.ClientHistoryBuilder;
import io.creditstream.features.history.HistoryDates;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.BureauCredit;
import io.creditstream.schemas.LoanApplication;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Random clients whose risk falls with their external score and rises with their bureau debt.
 *
 * @param size how many
 * @param seed seed of everything random
 * @param outcomes who defaults
 */
public record TestDossiers(long size, long seed, Outcomes outcomes) implements DossierSource {

  public static final Instant SUBMITTED = Instant.parse("2024-06-15T10:00:00Z");

  private static final String[] CONTRACTS = {"Cash loans", "Revolving loans"};

  /** What becomes of a loan. */
  @FunctionalInterface
  public interface Outcomes {
    @Nullable Boolean defaulted(long index, double risk);
  }

  /** About one in six defaults, the riskier the likelier. */
  public static TestDossiers of(long size, long seed) {
    Outcomes outcomes = (index, risk) -> risk > 1.2;
    return new TestDossiers(size, seed, outcomes);
  }

  @Override
  public Dossier dossier(long index, Instant submittedAt) {
    // Neighbouring seeds would make neighbouring clients alike: mix them first.
    Random random = new Random(new SplittableRandom(seed * 1_000_003 + index).nextLong());
    double score = random.nextDouble();
    LoanApplication application = application(index, score, submittedAt, random);
    int credits = random.nextInt(4);
    double risk = 1 - score + 0.2 * credits + 0.25 * random.nextGaussian();
    return new Dossier(
        application, history(application, credits, random), outcomes.defaulted(index, risk));
  }

  @Override
  public void forEach(Consumer<Dossier> consumer) {
    for (long index = 0; index < size; index++) {
      consumer.accept(dossier(index, SUBMITTED));
    }
  }

  private static LoanApplication application(
      long index, double score, Instant submittedAt, Random random) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId("a-" + index);
    application.setClientId("c-" + index);
    application.setSubmittedAt(submittedAt);
    application.setNameContractType(CONTRACTS[random.nextInt(CONTRACTS.length)]);
    application.setCodeGender(random.nextBoolean() ? "F" : "M");
    application.setAmtIncomeTotal(1e5 * (1 + random.nextDouble()));
    application.setAmtCredit(3e5 * (1 + random.nextDouble()));
    application.setDaysBirth(-8000 - random.nextInt(15_000));
    application.setDaysEmployed(
        random.nextInt(5) == 0 ? HistoryDates.OPEN_DAYS : -random.nextInt(5000));
    application.setExtSource2(random.nextInt(10) == 0 ? null : (Double) score);
    return application;
  }

  private static ClientHistory history(LoanApplication application, int credits, Random random) {
    HistoryDates dates = HistoryDates.of(application.getSubmittedAt());
    ClientHistoryBuilder history = ClientHistory.builder();
    for (int i = 0; i < credits; i++) {
      BureauCredit credit = new BureauCredit();
      credit.setRecordId(Integer.toString(i));
      credit.setClientId(application.getClientId());
      credit.setEventTime(application.getSubmittedAt());
      credit.setCreditActive(random.nextBoolean() ? "Active" : "Closed");
      credit.setAmtCreditSum(1e4 * random.nextInt(50));
      credit.setAppliedOn(dates.plusDays(-random.nextInt(2000)));
      credit.setBalances(List.of());
      history.add(HistorySource.BUREAU_CREDITS, credit);
    }
    return history.build();
  }
}
