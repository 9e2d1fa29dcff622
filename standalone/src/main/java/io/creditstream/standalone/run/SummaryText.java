package io.creditstream.standalone.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A summary as text for a terminal. */
final class SummaryText {

  private static final int MOST_NAMES = 12;

  private SummaryText() {}

  static String of(RunSummary summary) {
    return String.format(
        Locale.ROOT,
        """

        %,d applications, %,d decisions %s
        %,d dead letters, %,d duplicates
        %.1f s, %.0f decisions a second, latency p50 %.0f ms, p99 %.0f ms
        Model %s, AUC %.4f, SHA-256 %s
        Run %s, %.0f µs a decision in the scorer
        %d drift windows closed: %s
        """,
        summary.applications(),
        summary.decisions(),
        summary.outcomes(),
        summary.deadLetters(),
        summary.duplicates(),
        summary.seconds(),
        summary.decisionsPerSecond(),
        summary.latencyP50Ms(),
        summary.latencyP99Ms(),
        summary.modelVersion(),
        summary.modelAuc(),
        summary.modelSha256(),
        summary.modelEngine().equals("COMPILED") ? "compiled" : "by LightGBM",
        summary.scoringMicros(),
        summary.windowsClosed(),
        drift(summary.driftStatus()));
  }

  private static String drift(Map<String, String> statusByFeature) {
    Map<String, List<String>> byStatus =
        statusByFeature.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    if (byStatus.isEmpty()) {
      return "nothing measured";
    }
    return byStatus.entrySet().stream()
        .map(entry -> entry.getValue().size() + " " + words(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String words(String status, List<String> features) {
    String word = status.toLowerCase(Locale.ROOT);
    if (!status.equals("ALERT") && !status.equals("WARNING")) {
      return word;
    }
    String names = features.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return word + " (" + names + (features.size() > MOST_NAMES ? ", …)" : ")");
  }
}
