package io.creditstream.standalone.run;

import io.creditstream.advisor.AdvisorApplication;
import io.creditstream.advisor.AdvisorConfig;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.drift.DriftMonitorConfig;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.scorer.ScorerConfig;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.process.Resources;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.Endpoints;
import io.creditstream.trainer.publish.ModelPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Scorer, drift monitor and advisor of the main job, with topics and model published. */
final class RunningServices implements AutoCloseable {

  private static final int ADVISOR_PORT = 0;
  private static final int SCORER_PORT = 1;
  private static final int DRIFT_PORT = 2;

  /** Nobody logs in here; a review that overturns needs two names all the same. */
  private static final List<String> DEMO_REVIEWERS = List.of("first-reviewer", "second-reviewer");

  private static final Duration START = Duration.ofMinutes(2);

  private final Endpoints endpoints;
  private final ScorerApplication scorer;
  private final DriftMonitorFigures drift;
  private final AdvisorApplication advisor;
  private final Resources resources;

  private RunningServices(
      StandaloneOptions options,
      DataDirectory directory,
      Endpoints endpoints,
      Bundle model,
      Resources resources) {
    this.endpoints = endpoints;
    this.resources = resources;
    this.scorer =
        resources.own(
            ScorerApplication.start(
                ScorerConfig.defaults(
                    settings(endpoints, directory, ScorerConfig.DEFAULT_APPLICATION_ID),
                    options.port(SCORER_PORT))));
    this.drift =
        resources.own(
            DriftMonitorFigures.start(
                settings(endpoints, directory, DriftMonitorConfig.DEFAULT_APPLICATION_ID),
                options.port(DRIFT_PORT),
                options.window(),
                model.manifest().modelSha256()));
    this.advisor =
        resources.own(
            AdvisorApplication.start(
                AdvisorConfig.defaults(
                        settings(endpoints, directory, AdvisorConfig.DEFAULT_APPLICATION_ID),
                        options.port(ADVISOR_PORT),
                        scorer.uri(),
                        drift.uri())
                    .withAccess(new AccessSettings.Open(DEMO_REVIEWERS))));
  }

  static RunningServices start(
      StandaloneOptions options, DataDirectory directory, Endpoints endpoints, Bundle model) {
    createTopics(settings(endpoints, directory, "admin"));
    publish(endpoints, model);
    return Resources.open(
        resources -> new RunningServices(options, directory, endpoints, model, resources));
  }

  /** Waits until applications can be decided. */
  void awaitReady(StopSignal stop) {
    long deadline = System.nanoTime() + START.toNanos();
    while (!scorer.health().whyNotReady().isEmpty() && !stop.isRequested()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the scorer does not become ready " + scorer.health().whyNotReady());
      }
      Pause.of(Duration.ofMillis(50));
    }
  }

  DriftFigures drift() {
    return drift;
  }

  /** What the scorer says of itself. */
  ScorerFigures scorer() {
    return ScorerFigures.of(scorer.uri());
  }

  /** Where everything can be reached, for the terminal. */
  String urls() {
    return """
        Advisor          %s
        Scorer           %s
        Drift report     %s
        Schema registry  %s
        Kafka broker     %s
        """
        .formatted(
            advisor.uri(),
            scorer.uri(),
            drift.uri().resolve("/report"),
            endpoints.registryUrl(),
            endpoints.bootstrapServers());
  }

  @Override
  public void close() {
    resources.close();
  }

  private static void createTopics(KafkaSettings settings) {
    try (TopicAdmin admin = TopicAdmin.connect(settings)) {
      admin.ensure(Topics.all(), Topics.all(), TopicSettings.defaults());
    }
  }

  private static void publish(Endpoints endpoints, Bundle model) {
    try (SchemaRegistryClient registry =
            SchemaRegistryClients.connect(
                RegistryConfig.of(endpoints.registryUrl()), RegistryListener.ignoring());
        ModelPublisher publisher =
            ModelPublisher.connect(
                Map.of("bootstrap.servers", endpoints.bootstrapServers()),
                registry,
                Clock.systemUTC())) {
      publisher.publish(ModelRole.CHAMPION, model);
    }
  }

  private static KafkaSettings settings(
      Endpoints endpoints, DataDirectory directory, String application) {
    return KafkaSettings.of(
        endpoints.bootstrapServers(),
        endpoints.registryUrl(),
        application,
        directory.state(application));
  }
}
