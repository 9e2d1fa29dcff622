package io.creditstream.features.catalog;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How a feature is computed. */
public sealed interface FeatureValue {

  /** A number; NaN where missing. */
  record Numeric(ToDoubleFunction<Applicant> of) implements FeatureValue {}

  /** The level of a category; null where missing. */
  record Level(Function<Applicant, @Nullable String> of) implements FeatureValue {}
}
