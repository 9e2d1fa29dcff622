package io.creditstream.drift.verdict;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads limits of single features: {@code FEATURE:name=value,name=value;FEATURE:…} with the names
 * {@code psi_warning}, {@code psi_alert}, {@code ks}, {@code missing_rate} and {@code unseen_rate},
 * as the metrics call them. What is not named is as for all features.
 */
public final class ThresholdOverrides {

  private ThresholdOverrides() {}

  /**
   * The limits by feature.
   *
   * @param base limits of all other features
   * @throws IllegalArgumentException saying which part of the text is wrong
   */
  public static Map<String, FeatureLimits> parse(String text, DriftThresholds base) {
    Map<String, FeatureLimits> all = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        int colon = part.lastIndexOf(':');
        if (colon < 1) {
          throw new IllegalArgumentException(
              "limits \"%s\" name no feature: write FEATURE:psi_alert=0.4".formatted(part.strip()));
        }
        all.put(
            part.substring(0, colon).strip(),
            limits(part.substring(colon + 1), part, base.common()));
      }
    }
    return all;
  }

  private static FeatureLimits limits(String text, String part, FeatureLimits base) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("psi_warning", base.psiWarning());
    values.put("psi_alert", base.psiAlert());
    values.put("ks", base.ks());
    values.put("missing_rate", base.missingRate());
    values.put("unseen_rate", base.unseenRate());
    for (String pair : text.split(",", -1)) {
      String[] sides = pair.split("=", -1);
      String name = sides[0].strip();
      if (sides.length != 2 || !values.containsKey(name)) {
        throw new IllegalArgumentException(
            "limits \"%s\": write name=value with a name of %s"
                .formatted(part.strip(), values.keySet()));
      }
      values.put(name, number(sides[1].strip(), part));
    }
    Double[] limits = values.values().toArray(Double[]::new);
    try {
      return new FeatureLimits(
          base.minSamples(),
          limits[0],
          limits[1],
          limits[2],
          limits[3],
          limits[4],
          base.calmShare());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "limits \"%s\": %s".formatted(part.strip(), e.getMessage()), e);
    }
  }

  private static double number(String text, String part) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "limits \"%s\": %s is no number".formatted(part.strip(), text), e);
    }
  }
}
