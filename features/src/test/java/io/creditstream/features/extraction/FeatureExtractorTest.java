package io.creditstream.features.extraction;

import static io.creditstream.features.TestClients.SUBMITTED;
import static io.creditstream.features.TestClients.application;
import static io.creditstream.features.TestClients.credit;
import static io.creditstream.features.TestClients.payment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {

  private final FeatureDictionary dictionary = dictionaryOf(application());
  private final FeatureExtractor extractor = new FeatureExtractor(dictionary);

  @Test
  void shouldReadColumnsAndRatiosOfTheApplication() {
    double[] vector = extractor.extract(application(), ClientHistory.empty());

    assertThat(of(vector, "AMT_CREDIT")).isEqualTo(400_000);
    assertThat(of(vector, "FLAG_OWN_CAR")).isEqualTo(1);
    assertThat(of(vector, "CREDIT_TO_INCOME")).isEqualTo(4);
    assertThat(of(vector, "AMT_GOODS_PRICE")).isNaN();
    assertThat(of(vector, "CREDIT_TO_GOODS")).isNaN();
  }

  @Test
  void shouldTakeTheSentinelOfNotEmployedForMissing() {
    double[] vector = extractor.extract(application(), ClientHistory.empty());

    assertThat(of(vector, "DAYS_EMPLOYED")).isNaN();
    assertThat(of(vector, "EMPLOYED_TO_AGE")).isNaN();
    assertThat(of(vector, "NOT_EMPLOYED")).isEqualTo(1);
  }

  @Test
  void shouldKeepAnAmountThatHappensToBeTheSentinel() {
    LoanApplication application = application();
    application.setAmtCredit(365_243.0);

    assertThat(of(extractor.extract(application, ClientHistory.empty()), "AMT_CREDIT"))
        .isEqualTo(365_243);
  }

  @Test
  void shouldSummariseHistory() {
    ClientHistory history =
        ClientHistory.builder()
            .add(HistorySource.BUREAU_CREDITS, credit("b1", 100, SUBMITTED))
            .add(HistorySource.BUREAU_CREDITS, credit("b2", 300, SUBMITTED))
            .add(HistorySource.INSTALLMENT_PAYMENTS, payment("i1", -30, -28))
            .add(HistorySource.INSTALLMENT_PAYMENTS, payment("i2", -60, -61))
            .build();

    double[] vector = extractor.extract(application(), history);

    assertThat(of(vector, "BUREAU_COUNT")).isEqualTo(2);
    assertThat(of(vector, "BUREAU_CREDIT_SUM")).isEqualTo(400);
    assertThat(of(vector, "BUREAU_ACTIVE_CREDIT_MAX")).isEqualTo(300);
    assertThat(of(vector, "BUREAU_AGE_MEAN")).isEqualTo(-100);
    assertThat(of(vector, "BUREAU_DEBT_SUM")).isNaN();
    assertThat(of(vector, "INSTALMENT_DAYS_LATE_MAX")).isEqualTo(2);
    assertThat(of(vector, "INSTALMENT_LATE_SHARE")).isEqualTo(0.5);
    assertThat(of(vector, "PREVIOUS_COUNT")).isZero();
    assertThat(of(vector, "PREVIOUS_CREDIT_MEAN")).isNaN();
  }

  @Test
  void shouldCompareTheLastMonthsWithTheWhole() {
    ClientHistory history =
        ClientHistory.builder()
            .add(HistorySource.INSTALLMENT_PAYMENTS, payment("i1", -30, -20))
            .add(HistorySource.INSTALLMENT_PAYMENTS, payment("i2", -150, -148))
            .add(HistorySource.INSTALLMENT_PAYMENTS, payment("i3", -600, -600))
            .build();

    double[] vector = extractor.extract(application(), history);

    assertThat(of(vector, "INSTALMENT_LAST_QUARTER_DAYS_LATE_MEAN")).isEqualTo(10);
    assertThat(of(vector, "INSTALMENT_LAST_HALF_COUNT")).isEqualTo(2);
    assertThat(of(vector, "INSTALMENT_LAST_HALF_DAYS_LATE_TREND")).isEqualTo(6 - 4);
    assertThat(of(vector, "INSTALMENT_LATEST_5_LATE_SHARE")).isEqualTo(2.0 / 3);
    assertThat(of(vector, "CARD_LAST_QUARTER_BALANCE_TREND")).isNaN();
  }

  @Test
  void shouldRelateTheApplicationToHistory() {
    ClientHistory history =
        ClientHistory.builder()
            .add(HistorySource.BUREAU_CREDITS, credit("b1", 100_000, SUBMITTED))
            .add(HistorySource.BUREAU_CREDITS, credit("b2", 300_000, SUBMITTED))
            .build();

    double[] vector = extractor.extract(application(), history);

    assertThat(of(vector, "BUREAU_CREDIT_MEAN_TO_CREDIT")).isEqualTo(0.5);
    assertThat(of(vector, "BUREAU_DEBT_TO_INCOME")).isNaN();
    assertThat(of(vector, "INCOME_AFTER_ANNUITY")).isEqualTo(80_000);
  }

  @Test
  void shouldTellAnUnseenLevelFromAMissingOne() {
    LoanApplication unseen = application();
    unseen.setNameContractType("Barter");

    double[] known = extractor.extract(application(), ClientHistory.empty());
    double[] other = extractor.extract(unseen, ClientHistory.empty());

    assertThat(of(known, "NAME_CONTRACT_TYPE")).isZero();
    assertThat(of(other, "NAME_CONTRACT_TYPE")).isEqualTo(FeatureEntry.UNSEEN);
    assertThat(of(known, "OCCUPATION_TYPE")).isNaN();
  }

  @Test
  void shouldRefuseADictionaryOfAnotherRelease() {
    FeatureDictionary foreign =
        new FeatureDictionary(
            List.of(
                new FeatureEntry(
                    "AMT_CREDIT", FeatureKind.CATEGORY, "s", "en", "fr", true, List.of("x"))));

    assertThatThrownBy(() -> new FeatureExtractor(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AMT_CREDIT");
  }

  private double of(double[] vector, String feature) {
    int index = dictionary.indexOf(feature);
    assertThat(index).as(feature).isNotNegative();
    return vector[index];
  }

  private static FeatureDictionary dictionaryOf(LoanApplication application) {
    LevelCollector levels = new LevelCollector(FeatureCatalog.standard().trainable());
    levels.see(application, ClientHistory.empty());
    return levels.dictionary();
  }
}
