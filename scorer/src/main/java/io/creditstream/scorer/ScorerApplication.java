package io.creditstream.scorer;

import io.creditstream.features.history.HistorySource;
import io.creditstream.model.LightGbmNative;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.http.ScorerApi;
import io.creditstream.scorer.metrics.MicrometerScoringMetrics;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.BundleGate;
import io.creditstream.scorer.model.ModelFeed;
import io.creditstream.scorer.model.ModelSlot;
import io.creditstream.scorer.model.Refusals;
import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.TopicApplications;
import io.creditstream.scorer.topology.LocalState;
import io.creditstream.scorer.topology.ScoringModels;
import io.creditstream.scorer.topology.ScoringNodes;
import io.creditstream.scorer.topology.ScoringParts;
import io.creditstream.scorer.topology.ScoringTopology;
import io.creditstream.scorer.topology.StreamsInstances;
import io.creditstream.scorer.validation.TimeRules;
import io.creditstream.service.health.Health;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.health.RegistryHealth;
import io.creditstream.service.http.AdvertisedUrl;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.kafka.ChangelogCheck;
import io.creditstream.service.kafka.CommittedReaders;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.metrics.ServiceMetrics;
import io.creditstream.service.process.Application;
import io.creditstream.service.process.Resources;
import io.creditstream.service.process.RestartPolicy;
import io.creditstream.service.streams.StreamsRunner;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The scorer in this process: topics, model feed, topology, API. It is alive at once and ready when
 * a champion is loaded and the stream runs.
 */
public final class ScorerApplication implements Application {

  private final Resources resources;
  private final Health health;
  private final ServiceHttp http;

  private ScorerApplication(ScorerConfig config, Resources resources) {
    this.resources = resources;
    ServiceMetrics metrics = resources.own(ServiceMetrics.create());
    RegistryHealth registryHealth = new RegistryHealth();
    SchemaRegistryClient registry =
        resources.own(
            SchemaRegistryClients.connect(
                RegistryConfig.of(config.kafka().registryUrl()), registryHealth));
    int partitions = ensureTopics(config);
    ChangelogCheck.requireWhole(config.kafka(), ScoringNodes.sourcesOfStores());
    ActiveModel model = new ActiveModel();
    ActiveModel challenger = new ActiveModel();
    Refusals refusals = new Refusals(InstantSource.system());
    MicrometerScoringMetrics scoring = new MicrometerScoringMetrics(metrics.registry());
    TimeRules times = new TimeRules(config.decisions().futureTolerance());
    ModelSlot champions = ModelSlot.of(ModelRole.CHAMPION, model, refusals, scoring);
    ModelSlot challengers =
        new ModelSlot(
            ModelRole.CHALLENGER,
            challenger,
            new ChallengerTopic(config.kafka(), registry)::prepare,
            refusals,
            scoring);
    ScoringParts parts =
        ScoringParts.over(
            registry,
            new ScoringModels(model, challenger, config.models().challenger()),
            config.decisions(),
            scoring);
    Optional<AdvertisedUrl> advertised = Optional.ofNullable(config.advertised());
    StreamsRunner streams =
        resources.own(
            StreamsRunner.create(
                ScoringTopology.build(parts),
                config.kafka(),
                advertised.map(AdvertisedUrl::hostAndPort),
                config.service().topics(),
                config.service().streams().withThreadsUpTo(partitions),
                RestartPolicy.waitingFor(RegistryUnavailableException.class::isInstance),
                failure -> ChallengerTopic.refusal(failure).ifPresent(challengers::expel),
                metrics.registry()));
    ModelFeed models =
        resources.own(
            new ModelFeed(
                CommittedReaders.models(config.kafka()),
                new AvroDeserializer<>(ModelBundle.class, registry),
                new BundleGate(config.models().engine(), config.models().key()),
                List.of(champions, challengers),
                streams::start));
    // Closed before the feed and the streams, so that none of their threads goes on waiting for it.
    resources.own(registry::close);
    this.health =
        new Health(
            List.of(streams.liveness(), models.liveness()),
            List.of(modelCheck(model, models), registryHealth.readiness(), streams.readiness()));
    SchemaRegistryClient impatient = resources.own(impatientRegistry(config));
    LocalState state =
        new LocalState(
            streams.streams(),
            advertised,
            parts.uncommitted(),
            parts.histories(),
            new AvroDeserializer<>(LoanDecision.class, registry));
    ScorerApi api =
        resources.own(
            new ScorerApi(
                model,
                challenger,
                refusals,
                state,
                advertised
                    .<Instances>map(url -> new StreamsInstances(streams.streams(), url))
                    .orElseGet(Instances::single),
                new TopicApplications(
                    () -> CommittedReaders.any(config.kafka()),
                    new AvroDeserializer<>(LoanApplication.class, impatient)),
                times,
                impatient,
                resources.own(KafkaClients.applications(config.kafka())),
                Optional.ofNullable(config.service().http().limits().callerHeader()),
                Math.max(1, config.service().http().limits().concurrent() / 2)));
    this.http =
        resources.own(
            ServiceHttp.start(config.service().http(), health, metrics.registry(), api.routes()));
    models.start();
  }

  /**
   * Starts a scorer; returns once its API listens.
   *
   * @throws RuntimeException with one line that says how to mend it when topics, port, brokers or
   *     directories are not as needed
   */
  public static ScorerApplication start(ScorerConfig config) {
    LightGbmNative.ensureLoaded();
    return Resources.open(resources -> new ScorerApplication(config, resources));
  }

  /** Where the API listens. */
  @Override
  public URI uri() {
    return http.uri();
  }

  /** Whether it is alive and ready, and why not. */
  @Override
  public Health health() {
    return health;
  }

  /** Topics that the scorer reads or writes. */
  public static List<Topic<?>> topics() {
    List<Topic<?>> topics = new ArrayList<>(inputs());
    topics.add(Topics.MODELS);
    topics.add(Topics.DECISIONS);
    topics.add(Topics.CHALLENGER_DECISIONS);
    return topics;
  }

  /** Topics whose bad records the scorer sets aside. */
  public static List<Topic<?>> inputs() {
    List<Topic<?>> inputs = new ArrayList<>();
    inputs.add(Topics.APPLICATIONS);
    inputs.add(Topics.RESCORE_REQUESTS);
    HistorySource.all().forEach(source -> inputs.add(source.topic()));
    return inputs;
  }

  /** For requests of people: an error after a few seconds is better than to wait. */
  private static SchemaRegistryClient impatientRegistry(ScorerConfig config) {
    RegistryConfig patient = RegistryConfig.of(config.kafka().registryUrl());
    return SchemaRegistryClients.connect(
        patient.withMaxWait(Duration.ofSeconds(5)), RegistryListener.ignoring());
  }

  /** How many partitions there are. */
  private static int ensureTopics(ScorerConfig config) {
    List<Topic<?>> needed = new ArrayList<>(topics());
    needed.remove(Topics.CHALLENGER_DECISIONS);
    try (TopicAdmin admin = TopicAdmin.connect(config.kafka())) {
      int partitions = admin.ensure(needed, inputs(), config.service().topics());
      ChallengerTopic.ensure(admin, config.service().topics());
      return partitions;
    }
  }

  private static HealthCheck modelCheck(ActiveModel model, ModelFeed feed) {
    return new HealthCheck(
        "model",
        () ->
            model.current().isPresent()
                ? Optional.empty()
                : feed.problem()
                    .or(
                        () ->
                            Optional.of(
                                "no champion yet: publish one to " + Topics.MODELS.name())));
  }

  /** Ends everything, the newest first. */
  @Override
  public void close() {
    resources.close();
  }
}
