package io.creditstream.drift.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.drift.comparison.ComparedColumn;
import io.creditstream.drift.comparison.TableComparison;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import java.util.List;
import java.util.Locale;

/** A comparison as JSON; what is not defined is null. */
public final class ComparisonJson {

  private ComparisonJson() {}

  public static String of(TableComparison comparison) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verdict", word(comparison.verdict()));
    json.put("reference_rows", comparison.referenceRows());
    json.put("current_rows", comparison.currentRows());
    names(json.putArray("only_in_reference"), comparison.onlyInReference());
    names(json.putArray("only_in_current"), comparison.onlyInCurrent());
    ArrayNode columns = json.putArray("columns");
    comparison.columns().forEach(column -> column(columns.addObject(), column));
    return json.toPrettyString();
  }

  private static void column(ObjectNode json, ComparedColumn column) {
    FeatureMeasure measure = column.measure();
    Kolmogorov kolmogorov = measure.kolmogorov().orElse(null);
    json.put("name", column.name());
    json.put("kind", word(column.kind()));
    json.put("n", measure.samples());
    json.put("m", measure.referenceSamples());
    json.put("psi", measure.psi());
    json.put("ks_low", kolmogorov == null ? null : (Double) kolmogorov.low());
    json.put("ks_high", kolmogorov == null ? null : (Double) kolmogorov.high());
    json.put("p_value", kolmogorov == null ? null : (Double) kolmogorov.pValue());
    json.put("js", measure.jensenShannon());
    json.put("missing_reference", measure.missing().referenceRate());
    json.put("missing_current", measure.missing().rate());
    json.put("unseen_rate", measure.unseen().rate());
    json.put("verdict", word(column.verdict().verdict()));
  }

  private static void names(ArrayNode array, List<String> names) {
    names.forEach(array::add);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
