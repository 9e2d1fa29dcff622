package io.creditstream.features.rules;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a rule compares. A missing value fulfils {@link #MISSING} alone. */
public enum Operator {
  @JsonProperty("<")
  LESS,
  @JsonProperty("<=")
  AT_MOST,
  @JsonProperty(">")
  GREATER,
  @JsonProperty(">=")
  AT_LEAST,
  @JsonProperty("=")
  EQUAL,
  @JsonProperty("!=")
  DIFFERENT,
  /** There is no value. */
  @JsonProperty("missing")
  MISSING;

  /** Whether texts can be compared so. */
  boolean ofTexts() {
    return this == EQUAL || this == DIFFERENT;
  }

  boolean holds(double left, double right) {
    return switch (this) {
      case LESS -> left < right;
      case AT_MOST -> left <= right;
      case GREATER -> left > right;
      case AT_LEAST -> left >= right;
      case EQUAL -> left == right;
      case DIFFERENT -> left != right;
      case MISSING -> false;
    };
  }
}
