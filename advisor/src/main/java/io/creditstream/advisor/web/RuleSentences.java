package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.wording.RuleWords;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.Operator;
import io.creditstream.schemas.LoanApplication;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * Tells the rules of a policy by their conditions, in the words of what they look at. The name of a
 * rule is the lender's own, in one language, and stands beside its condition; alone where the
 * policy is not known any more.
 */
final class RuleSentences {

  private final Optional<KnownModel> model;
  private final Wording wording;
  private final RuleWords words;

  /**
   * @param model the model that decided, with the policy that decided; empty where it is not known
   */
  RuleSentences(Optional<KnownModel> model, Wording wording) {
    this.model = model;
    this.wording = wording;
    this.words = new RuleWords(wording.messages());
  }

  /** A sentence about a rule as a decision names it. */
  String of(String name) {
    return condition(name)
        .map(condition -> wording.messages().text("rule.known", condition, name))
        .orElseGet(() -> words.of(name));
  }

  /** The same for the client, who knows no names of rules. */
  String forClient(String name) {
    return condition(name)
        .map(condition -> wording.messages().text("rule.client", condition))
        .orElseGet(() -> words.of(name));
  }

  private Optional<String> condition(String name) {
    return model.flatMap(
        known ->
            known.policy().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> condition(rule, known.dictionary())));
  }

  private String condition(KnockOutRule rule, FeatureDictionary dictionary) {
    int place = dictionary.indexOf(rule.field());
    return place >= 0
        ? ofFeature(rule, dictionary.get(place))
        : ofField(rule, LoanApplication.getClassSchema().getField(rule.field()));
  }

  private String ofFeature(KnockOutRule rule, FeatureEntry feature) {
    String value =
        rule.value() instanceof Number number
            ? wording.features().value(feature, number.doubleValue())
            : wording.features().level(String.valueOf(rule.value()));
    return text(
        rule, wording.features().name(feature), value, wording.features().isBackwards(feature));
  }

  private String ofField(KnockOutRule rule, Schema.Field field) {
    FieldWords fields = new FieldWords(wording);
    return text(rule, fields.name(field), fields.value(field, json(rule, field)), isDays(field));
  }

  /** As events hold the value: a rule has numbers for flags. */
  private static JsonNode json(KnockOutRule rule, Schema.Field field) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (rule.value() instanceof Number number) {
      return FieldWords.present(field.schema()).getType() == Schema.Type.BOOLEAN
          ? json.booleanNode(number.doubleValue() == 1)
          : json.numberNode(number.doubleValue());
    }
    return json.textNode(String.valueOf(rule.value()));
  }

  /**
   * Days before the application are negative and told as years: less of one is more of the other.
   */
  private String text(KnockOutRule rule, String name, String value, boolean backwards) {
    Operator operator = backwards ? reversed(rule.operator()) : rule.operator();
    return wording.messages().text("condition." + operator.name(), name, value);
  }

  private static boolean isDays(Schema.Field field) {
    return field.name().startsWith("days");
  }

  private static Operator reversed(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.GREATER;
      case AT_MOST -> Operator.AT_LEAST;
      case GREATER -> Operator.LESS;
      case AT_LEAST -> Operator.AT_MOST;
      case EQUAL, DIFFERENT, MISSING -> operator;
    };
  }
}
