package io.creditstream.standalone.run;

import java.util.Map;

/**
 * What a run came to.
 *
 * @param applications applications sent
 * @param decisions decisions about them
 * @param outcomes decisions by outcome
 * @param deadLetters records that were set aside, on any topic
 * @param duplicates applications that were sent again and not decided again
 * @param seconds from the first application to the last decision
 * @param decisionsPerSecond decisions ÷ seconds
 * @param latencyP50Ms median time from sending an application to seeing its decision, ms
 * @param latencyP99Ms 99th percentile of it, ms
 * @param modelVersion version of the model
 * @param modelSha256 SHA-256 of its text
 * @param modelEngine what runs it in the scorer: {@code COMPILED} or {@code LIGHTGBM}
 * @param scoringMicros mean time of the scorer for a decision, in µs: see {@link ScorerFigures}
 * @param modelAuc area under the ROC curve on applications held out
 * @param driftStatus status of each feature after the last closed window
 * @param windowsClosed drift windows that were closed
 */
public record RunSummary(
    long applications,
    long decisions,
    Map<String, Long> outcomes,
    long deadLetters,
    long duplicates,
    double seconds,
    double decisionsPerSecond,
    double latencyP50Ms,
    double latencyP99Ms,
    String modelVersion,
    String modelSha256,
    String modelEngine,
    double scoringMicros,
    double modelAuc,
    Map<String, String> driftStatus,
    long windowsClosed) {}
