package io.creditstream.scorer;

/**
 * Runs a scorer as a process of its own, configured by environment variables (see {@link
 * Environment}). Ends with exit code 1 and one line that says how to mend it when it cannot start
 * or has given up, with 2 when the configuration is wrong.
 */
public final class Main {

  private static final String LOG_CONFIGURATION = "logback.configurationFile";
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final long HEALTH_INTERVAL_MS = 1_000;

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty(LOG_CONFIGURATION) == null) {
      System.setProperty(LOG_CONFIGURATION, "logback-scorer.xml");
    }
    ScorerConfig config;
    try {
      config = Environment.read(System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println("creditstream-scorer: " + e.getMessage());
      System.exit(WRONG_USAGE);
      return;
    }
    try {
      run(config);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      System.err.println("creditstream-scorer: " + e.getMessage());
      System.exit(FAILED);
    }
  }

  private static void run(ScorerConfig config) throws InterruptedException {
    try (ScorerApplication scorer = ScorerApplication.start(config)) {
      Runtime.getRuntime().addShutdownHook(new Thread(scorer::close, "shutdown"));
      System.out.println("creditstream-scorer: listening on " + scorer.uri());
      while (scorer.health().whyNotAlive().isEmpty()) {
        Thread.sleep(HEALTH_INTERVAL_MS);
      }
      throw new IllegalStateException(
          "the stream has given up; its log says why, start the scorer again once that is mended");
    }
  }
}
