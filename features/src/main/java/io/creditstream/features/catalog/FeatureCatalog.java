package io.creditstream.features.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every feature that can be computed, in the order of the vector. */
public final class FeatureCatalog {

  private static final FeatureCatalog STANDARD = new FeatureCatalog(standardDefinitions());

  private final List<FeatureDefinition> definitions;
  private final Map<String, FeatureDefinition> byName;

  FeatureCatalog(List<FeatureDefinition> definitions) {
    this.definitions = List.copyOf(definitions);
    this.byName =
        definitions.stream()
            .collect(Collectors.toMap(FeatureDefinition::name, Function.identity()));
  }

  /** The features of this release. */
  public static FeatureCatalog standard() {
    return STANDARD;
  }

  public List<FeatureDefinition> definitions() {
    return definitions;
  }

  /** The features that a model is trained on by default: all but the excluded ones. */
  public List<FeatureDefinition> trainable() {
    return definitions.stream()
        .filter(definition -> definition.sensitivity() != Sensitivity.EXCLUDED)
        .toList();
  }

  /**
   * The definition of a feature.
   *
   * @throws IllegalArgumentException if this release does not know it
   */
  public FeatureDefinition require(String name) {
    FeatureDefinition definition = byName.get(name);
    if (definition == null) {
      throw new IllegalArgumentException(
          "feature " + name + " is unknown to this release; train the model again");
    }
    return definition;
  }

  private static List<FeatureDefinition> standardDefinitions() {
    List<FeatureDefinition> definitions = new ArrayList<>();
    definitions.addAll(ApplicationColumns.definitions());
    definitions.addAll(ApplicationRatios.definitions());
    definitions.addAll(BureauFeatures.definitions());
    definitions.addAll(PreviousApplicationFeatures.definitions());
    definitions.addAll(PosCashFeatures.definitions());
    definitions.addAll(CardFeatures.definitions());
    definitions.addAll(InstalmentFeatures.definitions());
    definitions.addAll(ClientRatios.definitions(definitions));
    return definitions;
  }
}
