package io.creditstream.drift;

import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureDrift;
import io.creditstream.schemas.WindowClosure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes reports. */
public final class Reports {

  private Reports() {}

  public static DriftReport of(Instant start, DriftStatus status, FeatureDrift... features) {
    return of(start, Duration.ofMinutes(5), status, features);
  }

  public static DriftReport of(
      Instant start, Duration size, DriftStatus status, FeatureDrift... features) {
    return DriftReport.newBuilder()
        .setModelVersion("<v1>")
        .setModelSha256("ab12")
        .setWindowStart(start)
        .setWindowEnd(start.plus(size))
        .setClosedAt(start.plus(Duration.ofMinutes(6)))
        .setClosedBy(WindowClosure.WATERMARK)
        .setSegment("all")
        .setSamples(700)
        .setReferenceSamples(40_000)
        .setLate(2)
        .setStatus(status)
        .setFeatures(List.of(features))
        .setChallengers(List.of())
        .setGroups(List.of())
        .setPerformance(List.of())
        .build();
  }

  public static FeatureDrift number(String name, double psi, DriftStatus status) {
    return category(name, psi, status, 0).setKsLow(0.05).setKsHigh(0.06).setKsPValue(0.001).build();
  }

  public static FeatureDrift category(String name, double psi, double unseen) {
    return category(name, psi, DriftStatus.STABLE, unseen).build();
  }

  private static FeatureDrift.Builder category(
      String name, double psi, DriftStatus status, double unseen) {
    return FeatureDrift.newBuilder()
        .setFeature(name)
        .setSamples(700)
        .setMissingRate(0.25)
        .setReferenceMissingRate(0.2)
        .setUnseenRate(unseen)
        .setPsi(psi)
        .setKsLow(null)
        .setKsHigh(null)
        .setKsPValue(null)
        .setJensenShannon(0.1)
        .setPsiWarning(0.1)
        .setPsiAlert(0.25)
        .setVerdict(status)
        .setStatus(status);
  }
}
