package io.creditstream.drift.histogram;

import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.ReferenceProfile;
import java.util.List;

/** Makes a reference of what was counted, in the bins in which it was counted. */
public final class ObservedProfile {

  private ObservedProfile() {}

  /**
   * The reference that a histogram is.
   *
   * @param layout the layout of the histogram; that of the reference is the same
   */
  public static ReferenceProfile of(HistogramLayout layout, WindowHistogram counts) {
    List<FeatureProfile> all =
        layout.features().stream().map(cells -> profile(cells, counts)).toList();
    int last = all.size() - 1;
    return new ReferenceProfile(
        counts.samples(),
        all.subList(0, last),
        (NumericProfile) all.get(last),
        layout
            .joint()
            .map(joint -> joint.profile().with((NumericProfile) profile(joint.cells(), counts)))
            .orElse(null));
  }

  private static FeatureProfile profile(FeatureCells cells, WindowHistogram counts) {
    if (cells instanceof NumericCells number) {
      return new NumericProfile(
          number.name(),
          number.profile().psiEdges(),
          number.stabilityCounts(counts),
          number.profile().ksEdges(),
          number.kolmogorovCounts(counts),
          number.missing(counts));
    }
    CategoryCells category = (CategoryCells) cells;
    return new CategoryProfile(
        category.name(),
        category.profile().levels(),
        category.levelCounts(counts),
        category.missing(counts));
  }
}
