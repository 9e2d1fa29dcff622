package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the columns of a large sample with the aggregate marginals of the real data, which were
 * measured apart from the statistics that the population is drawn from.
 */
class MarginalsTest {
  private static final int CLIENTS = 12_000;
  private static final double LARGEST_DISTANCE = 0.075;
  private static final Map<Profile, Sample> SAMPLES =
      Map.of(
          Profile.TRAIN, new Sample(new Population(Profile.TRAIN, 2024), CLIENTS),
          Profile.TEST, new Sample(new Population(Profile.TEST, 2024), CLIENTS));

  @ParameterizedTest
  @EnumSource(names = {"TRAIN", "TEST"})
  void shouldFollowTheMarginalOfEveryApplicationColumn(Profile profile) throws IOException {
    // given
    Sample sample = SAMPLES.get(profile);
    SoftAssertions softly = new SoftAssertions();

    // then
    for (Map.Entry<String, JsonNode> entry : marginals(profile).properties()) {
      String column = entry.getKey();
      JsonNode marginal = entry.getValue();
      double distance =
          marginal.has("levels")
              ? largestShareDifference(sample, column, marginal.get("levels"))
              : distance(sample.numbers(column), marginal);
      softly.assertThat(distance).as("%s: distance", column).isLessThan(LARGEST_DISTANCE);
      if (marginal.has("missing")) {
        softly
            .assertThat(Math.abs(sample.missing(column) - marginal.get("missing").asDouble()))
            .as("%s: missing rate", column)
            .isLessThan(0.02);
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "AMT_CREDIT, AMT_GOODS_PRICE, 0.985, 0.03",
    "AMT_CREDIT, AMT_ANNUITY, 0.832, 0.06",
    "AMT_INCOME_TOTAL, AMT_CREDIT, 0.414, 0.07",
    "EXT_SOURCE_1, DAYS_BIRTH, -0.611, 0.12",
    "EXT_SOURCE_2, EXT_SOURCE_3, 0.098, 0.05",
    "EXT_SOURCE_1, EXT_SOURCE_2, 0.206, 0.05",
    "APARTMENTS_AVG, LIVINGAREA_AVG, 0.904, 0.06",
    "DAYS_BIRTH, DAYS_REGISTRATION, 0.298, 0.06",
    "CNT_CHILDREN, DAYS_BIRTH, 0.370, 0.11",
    "REGION_POPULATION_RELATIVE, REGION_RATING_CLIENT, -0.423, 0.08",
    "TARGET, EXT_SOURCE_3, -0.169, 0.05",
    "TARGET, EXT_SOURCE_2, -0.138, 0.05",
    "TARGET, DAYS_BIRTH, 0.085, 0.04"
  })
  void shouldKeepTheRankCorrelationOf(String first, String second, double real, double tolerance) {
    assertThat(SAMPLES.get(Profile.TRAIN).spearman(first, second))
        .isBetween(real - tolerance, real + tolerance);
  }

  @Test
  void shouldDefaultAboutEightPercentOfTheTime() {
    assertThat(SAMPLES.get(Profile.TRAIN).share("TARGET", "1")).isBetween(0.07, 0.09);
  }

  @Test
  void shouldTellTheTestPartFromTheTrainingPart() {
    // given
    Sample train = SAMPLES.get(Profile.TRAIN);
    Sample test = SAMPLES.get(Profile.TEST);

    // then
    assertThat(train.share("NAME_CONTRACT_TYPE", "Revolving loans")).isGreaterThan(0.08);
    assertThat(test.share("NAME_CONTRACT_TYPE", "Revolving loans")).isLessThan(0.02);
    assertThat(train.share("AMT_REQ_CREDIT_BUREAU_MON", "0.0"))
        .isLessThan(test.share("AMT_REQ_CREDIT_BUREAU_MON", "0.0") - 0.05);
  }

  private static JsonNode marginals(Profile profile) throws IOException {
    try (InputStream in = MarginalsTest.class.getResourceAsStream("marginals.json")) {
      return new ObjectMapper().readTree(in).get(profile.name().toLowerCase());
    }
  }

  private static double largestShareDifference(Sample sample, String column, JsonNode levels) {
    double largest = 0;
    for (Map.Entry<String, JsonNode> level : levels.properties()) {
      double difference = sample.share(column, level.getKey()) - level.getValue().asDouble();
      largest = Math.max(largest, Math.abs(difference));
    }
    return largest;
  }

  /** Largest difference of the two distribution functions, left and right of the quantiles. */
  private static double distance(double[] values, JsonNode marginal) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double largest = 0;
    for (int i = 0; i < marginal.get("quantiles").size(); i++) {
      double at = marginal.get("quantiles").get(i).asDouble();
      double slack = Math.abs(at) * 1e-3;
      double below = Arrays.stream(present).filter(v -> v < at - slack).count();
      double upTo = Arrays.stream(present).filter(v -> v <= at + slack).count();
      double tooMany = below / present.length - marginal.get("below").get(i).asDouble();
      double tooFew = marginal.get("upto").get(i).asDouble() - upTo / present.length;
      largest = Math.max(largest, Math.max(tooMany, tooFew));
    }
    return largest;
  }
}
