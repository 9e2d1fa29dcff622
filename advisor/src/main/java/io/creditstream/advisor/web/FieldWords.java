package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.creditstream.advisor.wording.Formats;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Names, values and explanations of the fields of events. */
final class FieldWords {

  private static final int OPEN_YEAR = 9999;

  /** Months of balances are counted from January 1970. */
  private static final String BALANCE_MONTH = "balanceMonth";

  private static final int EPOCH_YEAR = 1970;

  /** Days of employment that stand for none. */
  static final int NOT_EMPLOYED = 365_243;

  /** Columns of the application as features, whose words are in both languages. */
  private static final Map<String, FeatureEntry> COLUMNS =
      FeatureCatalog.standard().definitions().stream()
          .filter(definition -> definition.source().equals(Topics.APPLICATIONS.name()))
          .collect(
              Collectors.toUnmodifiableMap(
                  FeatureDefinition::name, definition -> definition.entry(List.of())));

  private final Wording wording;

  FieldWords(Wording wording) {
    this.wording = wording;
  }

  /** The name of a field: that of its column, else that of the messages, else made of its own. */
  String name(Schema.Field field) {
    FeatureEntry column = COLUMNS.get(String.valueOf(field.getProp("column")));
    return column != null && wording.messages().textOr("field." + field.name(), "").isEmpty()
        ? wording.features().name(column)
        : wording.messages().textOr("field." + field.name(), plain(field.name()));
  }

  /** What a field means: the description of the contract, which is in English, or a translation. */
  String meaning(Schema.Field field) {
    String described = wording.language() == Language.EN ? String.valueOf(field.doc()) : "";
    return wording.messages().textOr("meaning.field." + field.name(), described);
  }

  /** A value as the reader writes it. */
  String value(Schema.Field field, JsonNode value) {
    Formats formats = wording.formats();
    if (value.isNull() || value.isMissingNode()) {
      return wording.messages().text("value.missing");
    }
    Schema type = present(field.schema());
    if (type.getLogicalType() instanceof LogicalTypes.Date) {
      LocalDate date = LocalDate.parse(value.asText());
      return date.getYear() >= OPEN_YEAR
          ? wording.messages().text("value.open")
          : formats.date(date);
    }
    if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return formats.dateTime(Instant.parse(value.asText()));
    }
    if (value.isBoolean()) {
      return wording.messages().text(value.asBoolean() ? "value.yes" : "value.no");
    }
    if (value.isNumber()) {
      return number(field.name(), value.doubleValue());
    }
    return wording.features().level(value.asText());
  }

  private String number(String field, double value) {
    Formats formats = wording.formats();
    if (field.equals(BALANCE_MONTH)) {
      return formats.month(YearMonth.of(EPOCH_YEAR, 1).plusMonths((long) value));
    }
    if (!field.startsWith("days")) {
      return formats.number(value);
    }
    if (value == NOT_EMPLOYED) {
      return wording.messages().text("value.notEmployed");
    }
    return wording.messages().text("value.years", formats.number(formats.years(value), 1));
  }

  /** Fields that may be null are unions of null and one type. */
  static Schema present(Schema schema) {
    if (!schema.isUnion()) {
      return schema;
    }
    return schema.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(schema);
  }

  private static String plain(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
