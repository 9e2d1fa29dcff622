package io.creditstream.standalone.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * What the scorer says of itself since it was started.
 *
 * @param duplicates applications that came again with the same content
 * @param engine what runs the model: {@code COMPILED} or {@code LIGHTGBM}
 * @param scoringMicros mean time from a sound application to its decision: reads of the stores,
 *     features, score, explanation, encoding; in µs, 0 before the first decision
 */
record ScorerFigures(long duplicates, String engine, double scoringMicros) {

  static ScorerFigures of(URI scorer) {
    MetricsPage metrics = MetricsPage.of(scorer);
    double decisions = metrics.sum("creditstream_scoring_seconds_count");
    double seconds = metrics.sum("creditstream_scoring_seconds_sum");
    return new ScorerFigures(
        (long) metrics.sum("creditstream_duplicates_total"),
        engine(Pages.read(scorer.resolve("/v1/model"))),
        decisions > 0 ? 1e6 * seconds / decisions : 0);
  }

  private static String engine(String model) {
    try {
      return new ObjectMapper().readTree(model).path("engine").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the scorer does not describe its model", e);
    }
  }
}
