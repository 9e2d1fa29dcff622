package io.creditstream.drift;

import io.creditstream.drift.measurement.Population;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.BundleParts;
import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.bundle.TrainingSummary;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.schemas.ModelBundle;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Makes bundles around the reference of a population; the monitor never loads their model. */
public final class Bundles {

  private Bundles() {}

  public static Bundle of(Population population, String modelText) {
    return BundleParts.seal(
        modelText,
        new FeatureDictionary(
            population.profile().features().stream().map(Bundles::entry).toList()),
        population.profile(),
        new Policy("policy", 0.1, 0.2),
        new SelfTest(List.of()),
        new TrainingSummary(1, 1, 0.1, 1, 0.7, 0.9, 10, 0.5, 0.2, 1, 1, 1, 1, 1),
        Instant.EPOCH);
  }

  public static ModelBundle event(Bundle bundle) {
    return new ModelBundle(
        bundle.manifest().version(),
        bundle.manifest().modelSha256(),
        "0".repeat(64),
        Instant.EPOCH,
        ByteBuffer.wrap(BundleArchive.toBytes(bundle)),
        null);
  }

  private static FeatureEntry entry(FeatureProfile profile) {
    boolean category = profile instanceof CategoryProfile;
    return new FeatureEntry(
        profile.name(),
        category ? FeatureKind.CATEGORY : FeatureKind.NUMERIC,
        "topic",
        profile.name(),
        profile.name(),
        true,
        category ? ((CategoryProfile) profile).levels() : List.of());
  }
}
