package io.creditstream.drift.comparison;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.table.Column;
import io.creditstream.drift.table.SpilledTable;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.schemas.DriftStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was found when a table was compared with a reference.
 *
 * @param referenceRows rows of the reference
 * @param currentRows rows of the table that is compared with it
 * @param columns those that both have, in the order of the reference
 * @param onlyInReference columns that the current table lacks
 * @param onlyInCurrent columns that the reference lacks
 */
public record TableComparison(
    long referenceRows,
    long currentRows,
    List<ComparedColumn> columns,
    List<String> onlyInReference,
    List<String> onlyInCurrent) {

  /** Tells clients apart and says nothing about them. */
  private static final Set<String> IDENTIFIERS = Set.of("SK_ID_CURR");

  public TableComparison {
    columns = List.copyOf(columns);
    onlyInReference = List.copyOf(onlyInReference);
    onlyInCurrent = List.copyOf(onlyInCurrent);
  }

  /**
   * Compares the columns that both tables have, but for the client id.
   *
   * @param chosen names of the columns to compare; empty for all
   * @param listener is told how far it is
   * @throws IllegalArgumentException if a chosen column is missing from one of the tables, or there
   *     is nothing to compare
   */
  public static TableComparison of(
      SpilledTable reference, SpilledTable current, Set<String> chosen, Listener listener) {
    Map<String, Integer> places = places(reference);
    Map<String, Integer> others = places(current);
    for (String name : chosen) {
      if (!places.containsKey(name) || !others.containsKey(name)) {
        throw new IllegalArgumentException(
            "not both tables have a column " + name + "; name columns that both headers hold");
      }
    }
    List<String> names =
        reference.names().stream()
            .filter(name -> chosen.isEmpty() ? !IDENTIFIERS.contains(name) : chosen.contains(name))
            .filter(others::containsKey)
            .toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "the tables have no column in common; is each header in the first line?");
    }
    long[] finished = {0};
    List<MeasuredColumn> measured =
        names.parallelStream()
            .map(
                name -> {
                  MeasuredColumn column =
                      MeasuredColumn.of(
                          name, column(reference, places, name), column(current, others, name));
                  synchronized (finished) {
                    listener.compared(++finished[0], names.size());
                  }
                  return column;
                })
            .toList();
    return new TableComparison(
        reference.rows(),
        current.rows(),
        judged(measured),
        missing(reference, others, chosen),
        missing(current, places, chosen));
  }

  /** Is told how many columns are compared. */
  @FunctionalInterface
  public interface Listener {
    void compared(long done, long total);
  }

  private static Column column(SpilledTable table, Map<String, Integer> places, String name) {
    return table.column(Objects.requireNonNull(places.get(name), name));
  }

  /** The place of each column by its name. */
  private static Map<String, Integer> places(SpilledTable table) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < table.names().size(); i++) {
      places.put(table.names().get(i), i);
    }
    return places;
  }

  private static List<ComparedColumn> judged(List<MeasuredColumn> measured) {
    List<FeatureMeasure> measures = measured.stream().map(MeasuredColumn::measure).toList();
    List<FeatureVerdict> verdicts = DriftThresholds.standard().judge(measures);
    List<ComparedColumn> columns = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      MeasuredColumn column = measured.get(i);
      columns.add(
          new ComparedColumn(column.kind(), column.measure(), verdicts.get(i), column.shape()));
    }
    return columns;
  }

  private static List<String> missing(
      SpilledTable of, Map<String, Integer> from, Set<String> chosen) {
    return chosen.isEmpty()
        ? of.names().stream().filter(name -> !from.containsKey(name)).toList()
        : List.of();
  }

  /** How many columns have a verdict. */
  public long count(DriftStatus verdict) {
    return columns.stream().filter(column -> column.verdict().verdict() == verdict).count();
  }

  /** The worst verdict of all. */
  public DriftStatus verdict() {
    return columns.stream()
        .map(column -> column.verdict().verdict())
        .max(Comparator.naturalOrder())
        .orElse(DriftStatus.INSUFFICIENT);
  }

  /** The columns with the worst first: by verdict, then by stability index. */
  public List<ComparedColumn> worstFirst() {
    return columns.stream()
        .sorted(
            Comparator.comparing((ComparedColumn column) -> column.verdict().verdict())
                .thenComparingDouble(column -> column.measure().psi())
                .reversed())
        .toList();
  }
}
