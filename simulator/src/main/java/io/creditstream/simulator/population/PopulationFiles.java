package io.creditstream.simulator.population;

/**
 * What to write as files.
 *
 * @param trainClients clients of application_train
 * @param testClients clients of application_test
 * @param seed the same seed writes the same bytes
 * @param compressed {@code .csv.gz} rather than {@code .csv}
 */
public record PopulationFiles(long trainClients, long testClients, long seed, boolean compressed) {
  public PopulationFiles {
    if (trainClients < 0 || testClients < 0) {
      throw new IllegalArgumentException("the number of clients must not be negative");
    }
  }

  /** As many clients as the full data set of the competition. */
  public static PopulationFiles fullSize(long seed) {
    return new PopulationFiles(307_511, 48_744, seed, true);
  }

  /** Clients of both parts. */
  public long clients() {
    return trainClients + testClients;
  }
}
