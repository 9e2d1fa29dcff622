package io.creditstream.features.catalog;

import static io.creditstream.features.catalog.Measure.ratio;

import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ratios of what is asked for to the client's history. */
final class ClientRatios {

  private final Map<String, FeatureDefinition> features;
  private final List<FeatureDefinition> definitions = new ArrayList<>();

  private ClientRatios(List<FeatureDefinition> features) {
    this.features =
        features.stream().collect(Collectors.toMap(FeatureDefinition::name, Function.identity()));
  }

  /**
   * @param features those that the ratios are made of
   */
  static List<FeatureDefinition> definitions(List<FeatureDefinition> features) {
    ClientRatios ratios = new ClientRatios(features);
    ratios.elsewhere(Topics.BUREAU_CREDITS.name());
    ratios.earlier(Topics.PREVIOUS_APPLICATIONS.name());
    ratios.payments();
    return ratios.definitions;
  }

  private void elsewhere(String source) {
    define(source, "BUREAU_DEBT_TO_INCOME", "BUREAU_DEBT_SUM", "AMT_INCOME_TOTAL");
    define(source, "BUREAU_DEBT_TO_CREDIT", "BUREAU_DEBT_SUM", "AMT_CREDIT");
    define(source, "BUREAU_ANNUITY_TO_INCOME", "BUREAU_ANNUITY_SUM", "AMT_INCOME_TOTAL");
    define(source, "BUREAU_ACTIVE_DEBT_TO_ANNUITY", "BUREAU_ACTIVE_DEBT_SUM", "AMT_ANNUITY");
    define(source, "BUREAU_CREDIT_MEAN_TO_CREDIT", "BUREAU_CREDIT_MEAN", "AMT_CREDIT");
    define(source, "BUREAU_CREDIT_MAX_TO_CREDIT", "BUREAU_CREDIT_MAX", "AMT_CREDIT");
  }

  private void earlier(String source) {
    define(source, "CREDIT_TO_PREVIOUS_MEAN", "AMT_CREDIT", "PREVIOUS_APPROVED_CREDIT_MEAN");
    define(source, "CREDIT_TO_PREVIOUS_MAX", "AMT_CREDIT", "PREVIOUS_APPROVED_CREDIT_MAX");
    define(source, "CREDIT_TO_PREVIOUS_LATEST", "AMT_CREDIT", "PREVIOUS_LATEST_1_CREDIT_MEAN");
    define(source, "ANNUITY_TO_PREVIOUS_MEAN", "AMT_ANNUITY", "PREVIOUS_APPROVED_ANNUITY_MEAN");
    define(source, "ANNUITY_TO_PREVIOUS_MAX", "AMT_ANNUITY", "PREVIOUS_APPROVED_ANNUITY_MAX");
    define(source, "ANNUITY_TO_PREVIOUS_LATEST", "AMT_ANNUITY", "PREVIOUS_LATEST_1_ANNUITY_MEAN");
  }

  private void payments() {
    String cards = Topics.CARD_BALANCES.name();
    define(cards, "CARD_BALANCE_TO_INCOME", "CARD_LAST_QUARTER_BALANCE_MEAN", "AMT_INCOME_TOTAL");
    define(cards, "CARD_LIMIT_TO_INCOME", "CARD_LIMIT_MAX", "AMT_INCOME_TOTAL");
    String instalments = Topics.INSTALLMENT_PAYMENTS.name();
    define(instalments, "INSTALMENT_DUE_TO_INCOME", "INSTALMENT_DUE_MEAN", "AMT_INCOME_TOTAL");
    define(instalments, "ANNUITY_TO_INSTALMENT_DUE", "AMT_ANNUITY", "INSTALMENT_DUE_MAX");
  }

  /** Declares dividend ÷ divisor, in the words of both. */
  private void define(String source, String name, String dividend, String divisor) {
    FeatureDefinition upper = require(dividend);
    FeatureDefinition lower = require(divisor);
    ToDoubleFunction<Applicant> above = number(upper);
    ToDoubleFunction<Applicant> below = number(lower);
    definitions.add(
        new FeatureDefinition(
            name,
            source,
            Stream.concat(upper.tables().stream(), lower.tables().stream())
                .collect(Collectors.toSet()),
            upper.en() + ", against " + lower.en(),
            upper.fr() + ", rapporté à : " + lower.fr(),
            Sensitivity.NONE,
            new FeatureValue.Numeric(a -> ratio(above.applyAsDouble(a), below.applyAsDouble(a)))));
  }

  private FeatureDefinition require(String name) {
    FeatureDefinition definition = features.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("no feature " + name + " to make a ratio of");
    }
    return definition;
  }

  private static ToDoubleFunction<Applicant> number(FeatureDefinition definition) {
    if (definition.value() instanceof FeatureValue.Numeric numeric) {
      return numeric.of();
    }
    throw new IllegalArgumentException(definition.name() + " is no number");
  }
}
