package io.creditstream.trainer;

import io.creditstream.features.catalog.FeatureDefinition;

/** Which features a model may use that tell of gender, age or family status. */
public enum ProtectedFeatures {
  /** All, gender too. */
  ALL,
  /** All but gender. */
  ALL_BUT_GENDER,
  /** None: neither protected attributes nor what derives from them. */
  NONE;

  boolean allow(FeatureDefinition feature) {
    return switch (feature.sensitivity()) {
      case NONE -> true;
      case PROTECTED -> this != NONE;
      case EXCLUDED -> this == ALL;
    };
  }
}
