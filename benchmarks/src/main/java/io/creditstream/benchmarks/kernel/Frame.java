package io.creditstream.benchmarks.kernel;

import io.creditstream.features.dataset.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * A table in memory as notebooks have it: columns of numbers, NaN where missing; a column of texts
 * is a column of zeros and ones for each of its levels and one for missing.
 */
final class Frame {

  private final int rows;
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final Map<String, double[]> flags = new LinkedHashMap<>();

  Frame(int rows) {
    this.rows = rows;
  }

  static Frame read(Path csv) {
    CsvTable table = new CsvTable(csv);
    List<String> names = table.header().columns();
    List<List<String>> cells = new ArrayList<>();
    names.forEach(name -> cells.add(new ArrayList<>()));
    table.forEach(
        row -> {
          for (int i = 0; i < names.size(); i++) {
            cells.get(i).add(row.cells().get(i));
          }
        });
    Frame frame = new Frame(cells.get(0).size());
    for (int i = 0; i < names.size(); i++) {
      frame.add(names.get(i), cells.get(i));
    }
    return frame;
  }

  private void add(String name, List<String> cells) {
    if (cells.stream().allMatch(Frame::isNumberOrMissing)) {
      number(name, cells.stream().mapToDouble(Frame::number).toArray());
      return;
    }
    for (String level : new TreeSet<>(cells)) {
      double[] flag = cells.stream().mapToDouble(cell -> cell.equals(level) ? 1 : 0).toArray();
      flags.put(name + "_" + (level.isEmpty() ? "nan" : level), flag);
    }
  }

  private static boolean isNumberOrMissing(String cell) {
    return cell.isEmpty() || cell.charAt(0) <= '9' && !Double.isNaN(number(cell));
  }

  private static double number(String cell) {
    try {
      return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  int rows() {
    return rows;
  }

  /** Adds a column or replaces it. */
  Frame number(String name, double[] values) {
    numbers.put(name, values);
    return this;
  }

  /** Adds a column that is computed from two others. */
  Frame number(String name, String first, String second, DoubleBinaryOperator of) {
    double[] a = column(first);
    double[] b = column(second);
    return number(
        name, IntStream.range(0, rows).mapToDouble(i -> of.applyAsDouble(a[i], b[i])).toArray());
  }

  /** Takes a number for missing in the columns of a prefix. */
  Frame missing(double sentinel, String prefix) {
    numbers.replaceAll(
        (name, values) ->
            name.startsWith(prefix)
                ? Arrays.stream(values).map(v -> v == sentinel ? Double.NaN : v).toArray()
                : values);
    return this;
  }

  double[] column(String name) {
    double[] values = numbers.get(name);
    values = values == null ? flags.get(name) : values;
    if (values == null) {
      throw new IllegalArgumentException("no column " + name);
    }
    return values;
  }

  boolean has(String name) {
    return numbers.containsKey(name) || flags.containsKey(name);
  }

  /** All columns, numbers first. */
  Map<String, double[]> columns() {
    Map<String, double[]> all = new LinkedHashMap<>(numbers);
    all.putAll(flags);
    return all;
  }

  /** The numbers of the rows in which a column fulfils a condition. */
  Frame where(String column, DoublePredicate condition) {
    double[] values = column(column);
    int[] kept = IntStream.range(0, rows).filter(i -> condition.test(values[i])).toArray();
    Frame part = new Frame(kept.length);
    numbers.forEach((name, all) -> part.number(name, pick(all, kept)));
    return part;
  }

  private static double[] pick(double[] all, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
  }

  /**
   * One row for each of the given keys: number of rows, minimum, maximum, mean, sum and variance of
   * each number, mean of each flag; NaN for a key without rows.
   *
   * @param key column with the key of each row
   */
  Frame aggregate(String key, double[] keys, String prefix) {
    Map<Double, Integer> places = new HashMap<>();
    for (int i = 0; i < keys.length; i++) {
      places.put(keys[i], i);
    }
    int[] places0 = Arrays.stream(column(key)).mapToInt(k -> places.getOrDefault(k, -1)).toArray();
    Frame result = new Frame(keys.length);
    numbers.forEach(
        (name, values) -> {
          if (!name.startsWith("SK_ID")) {
            Groups groups = Groups.of(places0, values, keys.length);
            result
                .number(prefix + name + "_MIN", groups.minima())
                .number(prefix + name + "_MAX", groups.maxima())
                .number(prefix + name + "_MEAN", groups.means())
                .number(prefix + name + "_SUM", groups.sums())
                .number(prefix + name + "_VAR", groups.variances());
          }
        });
    flags.forEach(
        (name, values) ->
            result.number(
                prefix + name + "_MEAN", Groups.of(places0, values, keys.length).means()));
    double[] ones = new double[rows];
    Arrays.fill(ones, 1);
    return result.number(prefix + "COUNT", Groups.of(places0, ones, keys.length).sums());
  }
}
