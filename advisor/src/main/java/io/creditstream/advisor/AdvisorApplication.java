package io.creditstream.advisor;

import io.creditstream.advisor.intake.Intake;
import io.creditstream.advisor.intake.IntakeListener;
import io.creditstream.advisor.models.ModelBoard;
import io.creditstream.advisor.models.ModelFeed;
import io.creditstream.advisor.review.KafkaReviews;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.services.DriftClient;
import io.creditstream.advisor.services.HttpScorerClient;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.duckdb.DuckDbStore;
import io.creditstream.advisor.store.postgres.PostgresStore;
import io.creditstream.advisor.web.AdvisorSite;
import io.creditstream.advisor.web.Backends;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.HttpSchemaRegistryClient;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.health.Health;
import io.creditstream.service.health.RegistryHealth;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.kafka.CommittedReaders;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.metrics.ServiceMetrics;
import io.creditstream.service.process.Application;
import io.creditstream.service.process.Resources;
import io.creditstream.service.process.RestartPolicy;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The advisor in this process: topics, store, intake, pages. It is alive at once and ready when it
 * reads.
 */
public final class AdvisorApplication implements Application {

  private static final Logger LOG = LoggerFactory.getLogger(AdvisorApplication.class);

  private final Resources resources;
  private final Health health;
  private final ServiceHttp http;
  private final CaseReader cases;

  private AdvisorApplication(AdvisorConfig config, Resources resources) {
    this.resources = resources;
    ServiceMetrics metrics = resources.own(ServiceMetrics.create());
    RegistryHealth registryHealth = new RegistryHealth();
    SchemaRegistryClient registry =
        resources.own(
            SchemaRegistryClients.connect(
                RegistryConfig.of(config.kafka().registryUrl()), registryHealth));
    TopicAdmin.ensure(config.kafka(), topics(), List.of(), config.topics());
    CaseStore store = resources.own(store(config));
    this.cases = store.reader();
    ModelBoard models = new ModelBoard();
    ModelFeed feed =
        resources.own(
            new ModelFeed(
                CommittedReaders.models(config.kafka()),
                new AvroDeserializer<>(ModelBundle.class, registry),
                models));
    // People do not wait for a registry that is down, as streams do.
    SchemaRegistryClient impatient =
        resources.own(
            new HttpSchemaRegistryClient(RegistryConfig.of(config.kafka().registryUrl())));
    AdvisorSite site =
        new AdvisorSite(
            new Backends(
                cases,
                models,
                new HttpScorerClient(config.scorer()),
                new DriftClient(config.driftMonitor()),
                resources.own(KafkaReviews.connect(config.kafka(), impatient))),
            config.site(),
            InstantSource.system());
    IntakeListener listener = new IntakeMetrics(metrics.registry(), site::stored);
    Intake intake =
        resources.own(
            new Intake(
                CommittedReaders.any(config.kafka()),
                registry,
                models,
                feed,
                store,
                listener,
                RestartPolicy.waitingFor(failure -> false)));
    // Closed before the intake, so that it need not wait for the registry.
    resources.own(registry::close);
    this.health =
        new Health(
            List.of(intake.liveness(), feed.liveness()),
            List.of(registryHealth.readiness(), feed.readiness(), intake.readiness()));
    this.http =
        resources.own(ServiceHttp.start(config.http(), health, metrics.registry(), site.routes()));
    warnOfStrangers(config);
    // Closed before the server, which would not end the answers that stay open.
    resources.own(site);
    feed.start();
    intake.start();
  }

  /** The network is said to be trusted; whoever looks for a leak later shall find that. */
  private static void warnOfStrangers(AdvisorConfig config) {
    if (config.site().access() instanceof AccessSettings.Open && !config.http().isLoopback()) {
      LOG.atWarn()
          .setMessage("nobody has to log in: whoever reaches the port sees all clients")
          .addKeyValue("host", config.http().host())
          .log();
    }
  }

  private static CaseStore store(AdvisorConfig config) {
    return config
        .database()
        .<CaseStore>map(PostgresStore::open)
        .orElseGet(
            () -> DuckDbStore.open(config.kafka().stateDirectory(), config.storeMegabytes()));
  }

  /**
   * Starts an advisor.
   *
   * @throws RuntimeException whose message says in one line how to mend what is wrong
   */
  public static AdvisorApplication start(AdvisorConfig config) {
    return Resources.open(resources -> new AdvisorApplication(config, resources));
  }

  /** Where the pages are. */
  @Override
  public URI uri() {
    return http.uri();
  }

  /** Whether it is alive and ready, and why not. */
  @Override
  public Health health() {
    return health;
  }

  /** What was recorded, as the pages read it. */
  public CaseReader cases() {
    return cases;
  }

  /** Topics that the advisor reads or writes. */
  public static List<Topic<?>> topics() {
    return List.of(Topics.APPLICATIONS, Topics.DECISIONS, Topics.REVIEWS, Topics.MODELS);
  }

  /** Ends everything, the newest first. */
  @Override
  public void close() {
    resources.close();
  }
}
