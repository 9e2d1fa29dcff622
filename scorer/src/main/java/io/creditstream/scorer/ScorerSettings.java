package io.creditstream.scorer;

import io.creditstream.features.bundle.VerificationKey;
import io.creditstream.model.ModelEngine;
import io.creditstream.scorer.decision.ChallengerBudget;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.enrichment.HistoryWait;
import io.creditstream.service.config.Configuration;
import io.creditstream.service.config.ServiceConfig;
import io.creditstream.service.config.ServiceSettings;
import io.creditstream.service.config.Setting;
import io.creditstream.service.http.AdvertisedUrl;
import java.nio.file.Path;
import java.util.List;

/** The settings of a scorer, and its configuration from them. */
public final class ScorerSettings {

  private static final ServiceSettings SERVICE =
      new ServiceSettings(ScorerConfig.DEFAULT_APPLICATION_ID, ScorerConfig.DEFAULT_PORT);
  private static final ChallengerBudget BUDGET = ChallengerBudget.defaults();

  private static final Setting EXPLAIN_ALL =
      Setting.of("EXPLAIN_ALL", false, "whether approved applications are explained too");
  private static final Setting FUTURE_TOLERANCE =
      Setting.of(
          "FUTURE_TOLERANCE", "P1D", "how far ahead of the clock an event may lie, else set aside");
  private static final Setting MODEL_ENGINE =
      Setting.of(
          "MODEL_ENGINE",
          Configuration.word(ModelEngine.COMPILED),
          "what runs the models: compiled or lightgbm");
  private static final Setting MODEL_PUBLIC_KEY =
      Setting.optional(
          "MODEL_PUBLIC_KEY", "file in PEM; only bundles are taken that were signed with its key");
  private static final Setting CHALLENGER_BUDGET =
      Setting.of(
          "CHALLENGER_BUDGET", BUDGET.perApplication(), "time of a challenger for an application");
  private static final Setting CHALLENGER_PAUSE =
      Setting.of(
          "CHALLENGER_PAUSE", BUDGET.pause(), "pause of a challenger that took too much of it");
  private static final Setting HISTORY_DEADLINE =
      Setting.of(
          "HISTORY_DEADLINE",
          HistoryWait.none().deadline(),
          "how long an application waits for its history");
  private static final Setting HISTORY_REQUIRED =
      Setting.of(
          "HISTORY_REQUIRED", "credit.bureau-credits.v1", "topics of history that it waits for");
  private static final Setting DECISION_RETENTION =
      Setting.of("DECISION_RETENTION", "P400D", "how long decisions are remembered");
  private static final Setting ADVERTISED_URL =
      Setting.optional(
          "ADVERTISED_URL", "http://host:port or https://host:port where other scorers reach it");

  private static final List<Setting> ALL =
      SERVICE.and(
          ServiceSettings.THREADS,
          ServiceSettings.STANDBY_REPLICAS,
          EXPLAIN_ALL,
          FUTURE_TOLERANCE,
          MODEL_ENGINE,
          MODEL_PUBLIC_KEY,
          CHALLENGER_BUDGET,
          CHALLENGER_PAUSE,
          HISTORY_DEADLINE,
          HISTORY_REQUIRED,
          DECISION_RETENTION,
          ADVERTISED_URL);

  private ScorerSettings() {}

  /** Every setting. */
  public static List<Setting> all() {
    return ALL;
  }

  /**
   * The configuration that values of the settings describe.
   *
   * @throws IllegalArgumentException naming the setting that is missing or wrong
   */
  public static ScorerConfig read(Configuration given) {
    return new ScorerConfig(
        new ServiceConfig(
            SERVICE.kafka(given),
            SERVICE.http(given, false),
            SERVICE.topics(given),
            SERVICE.streams(given, ScorerConfig.defaultStreams())),
        new DecisionSettings(
            given.flag(EXPLAIN_ALL),
            given.duration(FUTURE_TOLERANCE),
            new HistoryWait(
                given.duration(HISTORY_DEADLINE),
                given.parsed(HISTORY_REQUIRED, HistoryWait::sources)),
            given.duration(DECISION_RETENTION)),
        new ModelSettings(
            given.choice(MODEL_ENGINE, ModelEngine.class),
            new ChallengerBudget(
                given.duration(CHALLENGER_BUDGET), given.duration(CHALLENGER_PAUSE)),
            given
                .optional(MODEL_PUBLIC_KEY, file -> VerificationKey.read(Path.of(file)))
                .orElse(null)),
        given.optional(ADVERTISED_URL, AdvertisedUrl::parse).orElse(null));
  }
}
