package io.creditstream.benchmarks.input;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Clients of the synthetic population with their histories; the same at every call. */
public final class Clients {

  private static final long SEED = 1;
  private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");

  private Clients() {}

  /** The first clients, with the outcome of their loans. */
  public static List<Dossier> first(int count) {
    List<Dossier> dossiers = new ArrayList<>(count);
    new SyntheticDossiers(
            new Population(Profile.STREAM, SEED), count, SubmissionTimes.at(SUBMITTED))
        .forEach(dossiers::add);
    return dossiers;
  }
}
