package io.creditstream.scorer.enrichment;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long an application waits for the history of its client.
 *
 * @param deadline how long, from when the scorer first saw it; zero not to wait
 * @param required sources without which it waits
 */
public record HistoryWait(Duration deadline, List<HistorySource<?>> required) {

  public HistoryWait {
    required = List.copyOf(required);
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("historyDeadline " + deadline + " is negative");
    }
    if (required.isEmpty()) {
      throw new IllegalArgumentException("historyRequired names no source of history");
    }
  }

  /** Every application is decided at once. */
  public static HistoryWait none() {
    return new HistoryWait(Duration.ZERO, List.of(HistorySource.BUREAU_CREDITS));
  }

  /**
   * The sources of a list of topics.
   *
   * @param topics names of topics of history, separated by commas
   * @throws IllegalArgumentException if one is none
   */
  public static List<HistorySource<?>> sources(String topics) {
    List<HistorySource<?>> sources = new ArrayList<>();
    for (String topic : topics.split(",", -1)) {
      sources.add(source(topic.strip()));
    }
    return sources;
  }

  /** Whether an application with this history has to wait. */
  public boolean waits(ClientHistory history) {
    return !deadline.isZero() && isIncomplete(history);
  }

  /** Whether a required source holds nothing. */
  public boolean isIncomplete(ClientHistory history) {
    List<HistorySource<?>> missing = history.missingSources();
    return required.stream().anyMatch(missing::contains);
  }

  private static HistorySource<?> source(String topic) {
    return HistorySource.all().stream()
        .filter(source -> source.topic().name().equals(topic))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    topic + " is no topic of history: choose from " + HistorySource.all()));
  }
}
