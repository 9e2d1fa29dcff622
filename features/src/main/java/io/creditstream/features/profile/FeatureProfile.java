package io.creditstream.features.profile;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the reference held of one feature, in frozen bins. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = NumericProfile.class, name = "numeric"),
  @JsonSubTypes.Type(value = CategoryProfile.class, name = "category")
})
public sealed interface FeatureProfile permits NumericProfile, CategoryProfile {

  /** Name of the feature. */
  String name();

  /** How many rows of the reference lack a value. */
  long missing();
}
