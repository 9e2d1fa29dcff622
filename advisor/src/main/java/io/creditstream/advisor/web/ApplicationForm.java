package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.LoanApplication;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Fields of an application that a person fills in, and what was typed into them.
 *
 * @param fields the fields as they are shown
 * @param application the application with what was typed well; the rest is as it was
 */
record ApplicationForm(List<Field> fields, ObjectNode application) {

  private static final double DAYS_A_YEAR = 365.25;

  /** Decimals of a number that was typed, in another language. */
  private static final int DIGITS = 12;

  /** Since when somebody has the present job; a word stands for none. */
  private static final String EMPLOYED = "daysEmployed";

  /**
   * A field.
   *
   * @param name its name in the form and in the schema
   * @param label its name for people
   * @param hint what it means
   * @param value what is in it
   * @param options what may be chosen; empty for a number
   * @param required whether it must be filled in
   * @param error what is wrong with it; empty where nothing is
   */
  public record Field(
      String name,
      String label,
      String hint,
      String value,
      List<FindView.Option> options,
      boolean required,
      String error) {

    private Field with(String other) {
      return new Field(name, label, hint, value, options, required, other);
    }
  }

  boolean isSound() {
    return fields.stream().allMatch(field -> field.error().isEmpty());
  }

  /** The same with an error at a field, where the form has it. */
  ApplicationForm with(String name, String error) {
    return each(field -> field.name().equals(name) ? field.with(error) : field);
  }

  /** The same without errors, as it is before it was sent. */
  ApplicationForm unjudged() {
    return each(field -> field.with(""));
  }

  private ApplicationForm each(UnaryOperator<Field> change) {
    return new ApplicationForm(fields.stream().map(change).toList(), application);
  }

  /** Fields that a form asks for, with the values that some of them may take. */
  record Plan(List<String> names, Map<String, List<String>> choices) {}

  /** An application as it is, to be changed. */
  static ApplicationForm of(ObjectNode application, Plan plan, Wording wording) {
    return read(name -> null, application, plan, wording, wording);
  }

  /**
   * Reads what was typed.
   *
   * @param typed what was typed into a field; null where it was not sent
   * @param base the application that is changed
   * @param typedIn how the page was written on which it was typed
   * @param wording how it is shown
   */
  static ApplicationForm read(
      Function<String, @Nullable String> typed,
      ObjectNode base,
      Plan plan,
      Wording typedIn,
      Wording wording) {
    ObjectNode application = base.deepCopy();
    FieldWords words = new FieldWords(wording);
    List<Field> fields = new ArrayList<>();
    for (String name : plan.names()) {
      Schema.Field field = LoanApplication.getClassSchema().getField(name);
      String text = typed.apply(name);
      String before = shown(name, base.path(name), typedIn);
      String value = text == null ? before : text.strip();
      // What is left as it is shown keeps its value, of which the form shows fewer digits.
      boolean left = text == null || !before.isEmpty() && value.equals(before);
      String error = left ? "" : put(application, field, value, typedIn, wording);
      String shown =
          left ? shown(name, base.path(name), wording) : translated(field, value, typedIn, wording);
      fields.add(
          new Field(
              name,
              words.name(field),
              hint(field, words, wording),
              shown,
              options(field, value, plan.choices().getOrDefault(name, List.of()), wording),
              !field.schema().isUnion() && !field.hasDefaultValue(),
              error));
    }
    return new ApplicationForm(fields, application);
  }

  private static String shown(String name, JsonNode value, Wording wording) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    if (name.equals(EMPLOYED) && value.asInt() == FieldWords.NOT_EMPLOYED) {
      return wording.messages().text("value.notEmployed");
    }
    if (value.isNumber()) {
      double number = value.doubleValue();
      return isYears(name)
          ? wording.formats().number(-number / DAYS_A_YEAR, 2)
          : wording.formats().number(number, 2);
    }
    return value.asText();
  }

  private static String hint(Schema.Field field, FieldWords words, Wording wording) {
    if (field.name().equals(EMPLOYED)) {
      String none = wording.messages().text("value.notEmployed");
      return wording.messages().text("form.employed", none);
    }
    return isYears(field.name()) ? wording.messages().text("form.years") : words.meaning(field);
  }

  /** Days before the application are typed as years. */
  private static boolean isYears(String name) {
    return name.startsWith("days");
  }

  /** What was typed, as it is typed in another language. */
  private static String translated(
      Schema.Field field, String value, Wording typedIn, Wording wording) {
    if (typedIn == wording) {
      return value;
    }
    if (isNoEmployment(field.name(), value, typedIn)) {
      return wording.messages().text("value.notEmployed");
    }
    Schema.Type type = FieldWords.present(field.schema()).getType();
    return type == Schema.Type.INT || type == Schema.Type.DOUBLE
        ? FormNumbers.read(value, typedIn.language())
            .filter(OptionalDouble::isPresent)
            .map(number -> wording.formats().number(number.getAsDouble(), DIGITS))
            .orElse(value)
        : value;
  }

  private static boolean isNoEmployment(String name, String value, Wording typedIn) {
    return name.equals(EMPLOYED)
        && value.equalsIgnoreCase(typedIn.messages().text("value.notEmployed"));
  }

  /** Puts a value in; what is wrong with it, else nothing. */
  private static String put(
      ObjectNode application, Schema.Field field, String value, Wording typedIn, Wording wording) {
    String name = field.name();
    if (value.isEmpty()) {
      if (!field.schema().isUnion() && !field.hasDefaultValue()) {
        return wording.messages().text("form.required");
      }
      application.putNull(name);
      return "";
    }
    Schema type = FieldWords.present(field.schema());
    switch (type.getType()) {
      case BOOLEAN -> application.put(name, value.equals("true"));
      case STRING -> application.put(name, value);
      default -> {
        if (isNoEmployment(name, value, typedIn)) {
          application.put(name, FieldWords.NOT_EMPLOYED);
          return "";
        }
        Optional<OptionalDouble> typed = FormNumbers.read(value, typedIn.language());
        if (typed.isEmpty() || typed.get().isEmpty()) {
          return wording.messages().text("find.error.number");
        }
        return number(application, field, type, typed.get().getAsDouble(), wording);
      }
    }
    return "";
  }

  private static String number(
      ObjectNode application, Schema.Field field, Schema type, double typed, Wording wording) {
    double value = isYears(field.name()) ? -typed * DAYS_A_YEAR : typed;
    Double least = bound(field, "minimum");
    Double most = bound(field, "maximum");
    boolean years = isYears(field.name());
    double highest = years ? 0 : most == null ? Double.MAX_VALUE : most;
    if (least != null && value < least || value > highest) {
      double low = least == null ? 0 : years ? 0 : least;
      double high = years && least != null ? -least / DAYS_A_YEAR : highest;
      return wording
          .messages()
          .text("form.range", wording.formats().number(low, 0), wording.formats().number(high, 0));
    }
    if (type.getType() == Schema.Type.INT && !years && value != Math.rint(value)) {
      return wording.messages().text("form.whole");
    }
    if (type.getType() == Schema.Type.INT) {
      application.put(field.name(), Math.toIntExact(Math.round(value)));
    } else {
      application.put(field.name(), value);
    }
    return "";
  }

  private static @Nullable Double bound(Schema.Field field, String name) {
    return field.getObjectProp(name) instanceof Number bound ? bound.doubleValue() : null;
  }

  private static List<FindView.Option> options(
      Schema.Field field, String value, List<String> choices, Wording wording) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (FieldWords.present(field.schema()).getType() == Schema.Type.BOOLEAN) {
      texts.put("true", wording.messages().text("value.yes"));
      texts.put("false", wording.messages().text("value.no"));
    } else {
      choices.forEach(choice -> texts.put(choice, wording.features().level(choice)));
      if (!choices.isEmpty() && !value.isEmpty()) {
        texts.putIfAbsent(value, wording.features().level(value));
      }
    }
    return texts.entrySet().stream()
        .map(one -> new FindView.Option(one.getKey(), one.getValue(), one.getKey().equals(value)))
        .toList();
  }
}
