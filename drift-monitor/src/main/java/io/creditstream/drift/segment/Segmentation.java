package io.creditstream.drift.segment;

import io.creditstream.schemas.LoanApplication;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Parts the population by one column of the application: by its values, or by bands of a number.
 */
public final class Segmentation {

  private final String name;
  private final ApplicationColumn column;
  private final List<BigDecimal> bounds;

  private Segmentation(String name, ApplicationColumn column, List<BigDecimal> bounds) {
    this.name = name;
    this.column = column;
    this.bounds = List.copyOf(bounds);
  }

  /**
   * Reads an expression: {@code NAME_CONTRACT_TYPE} takes each value for a segment, {@code
   * AMT_INCOME_TOTAL:100000,200000} makes three bands, each without its upper bound.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Segmentation parse(String expression) {
    String[] parts = expression.strip().split(":", 2);
    String name = parts[0].strip();
    ApplicationColumn column = ApplicationColumn.of(name);
    List<BigDecimal> bounds = parts.length == 1 ? List.of() : bounds(name, parts[1]);
    if (bounds.isEmpty() && !column.isCountable()) {
      throw new IllegalArgumentException(
          "segments of %s need bands, as in %s:1000,2000".formatted(name, name));
    }
    if (!bounds.isEmpty() && !column.isNumber()) {
      throw new IllegalArgumentException("segments of " + name + ", a text, cannot have bands");
    }
    return new Segmentation(name, column, bounds);
  }

  private static List<BigDecimal> bounds(String name, String text) {
    List<BigDecimal> bounds = new ArrayList<>();
    for (String part : text.split(",")) {
      try {
        bounds.add(new BigDecimal(part.strip()));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "a bound of the segments of " + name + " is no number", e);
      }
      int last = bounds.size() - 1;
      if (last > 0 && bounds.get(last).compareTo(bounds.get(last - 1)) <= 0) {
        throw new IllegalArgumentException("bounds of the segments of " + name + " must ascend");
      }
    }
    return bounds;
  }

  /** The segment of an application, such as {@code AMT_INCOME_TOTAL=100000..200000}. */
  public String of(LoanApplication application) {
    Object value = column.value(application);
    if (value == null) {
      return name + "=missing";
    }
    return name + "=" + (bounds.isEmpty() ? value : band(((Number) value).doubleValue()));
  }

  private String band(double value) {
    int band = 0;
    while (band < bounds.size() && value >= bounds.get(band).doubleValue()) {
      band++;
    }
    if (band == 0) {
      return "below " + bounds.get(0).toPlainString();
    }
    String from = bounds.get(band - 1).toPlainString();
    return band == bounds.size()
        ? from + " and above"
        : from + ".." + bounds.get(band).toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Segmentation that
        && name.equals(that.name)
        && bounds.equals(that.bounds);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, bounds);
  }

  /** The expression. */
  @Override
  public String toString() {
    return bounds.isEmpty() ? name : name + ":" + bounds;
  }
}
