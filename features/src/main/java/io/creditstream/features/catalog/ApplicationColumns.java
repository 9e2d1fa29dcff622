package io.creditstream.features.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.history.HistoryDates;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.topic.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the application as features. The words of each stand in {@code
 * application-columns.csv} beside this class, in the order of the vector.
 */
final class ApplicationColumns {

  private static final String WORDS = "application-columns.csv";

  private ApplicationColumns() {}

  static List<FeatureDefinition> definitions() {
    try (InputStream words =
            Objects.requireNonNull(ApplicationColumns.class.getResourceAsStream(WORDS), WORDS);
        BufferedReader lines = new BufferedReader(new InputStreamReader(words, UTF_8))) {
      return lines.lines().skip(1).map(ApplicationColumns::definition).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FeatureDefinition definition(String line) {
    String[] cells = line.split(";", -1);
    return new FeatureDefinition(
        cells[0],
        Topics.APPLICATIONS.name(),
        Set.of(),
        cells[2],
        cells[3],
        Sensitivity.valueOf(cells[1]),
        value(field(cells[0]), cells[0].startsWith("DAYS_")));
  }

  private static Schema.Field field(String column) {
    return LoanApplication.getClassSchema().getFields().stream()
        .filter(field -> column.equals(field.getProp("column")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no field holds the column " + column));
  }

  private static FeatureValue value(Schema.Field field, boolean days) {
    int position = field.pos();
    return switch (type(field.schema())) {
      case STRING ->
          new FeatureValue.Level(
              applicant -> (@Nullable String) applicant.application().get(position));
      case BOOLEAN ->
          new FeatureValue.Numeric(
              applicant -> flag((@Nullable Boolean) applicant.application().get(position)));
      case INT, DOUBLE ->
          new FeatureValue.Numeric(
              applicant -> number((@Nullable Number) applicant.application().get(position), days));
      default -> throw new IllegalStateException("column of an unforeseen type: " + field.name());
    };
  }

  private static Schema.Type type(Schema schema) {
    if (!schema.isUnion()) {
      return schema.getType();
    }
    return schema.getTypes().stream()
        .map(Schema::getType)
        .filter(type -> type != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static double flag(@Nullable Boolean value) {
    return value == null ? Double.NaN : value ? 1 : 0;
  }

  /** The sentinel of "not employed" is no number of days. */
  private static double number(@Nullable Number value, boolean days) {
    double number = Measure.orNaN(value);
    return days && number == HistoryDates.OPEN_DAYS ? Double.NaN : number;
  }
}
