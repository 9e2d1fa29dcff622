package io.creditstream.drift;

import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.http.DriftRoutes;
import io.creditstream.drift.intake.ApplicationReader;
import io.creditstream.drift.intake.DecisionReader;
import io.creditstream.drift.intake.EventTimes;
import io.creditstream.drift.intake.OutcomeReader;
import io.creditstream.drift.intake.Readers;
import io.creditstream.drift.metrics.MicrometerDriftMetrics;
import io.creditstream.drift.reference.ModelCatalog;
import io.creditstream.drift.reference.ModelsUnavailableException;
import io.creditstream.drift.reference.ReferenceArchive;
import io.creditstream.drift.reference.ReferenceFeed;
import io.creditstream.drift.reference.ReferenceModels;
import io.creditstream.drift.topology.DriftParts;
import io.creditstream.drift.topology.DriftTopology;
import io.creditstream.drift.view.DriftBoard;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.drift.view.DriftView;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.health.Health;
import io.creditstream.service.health.RegistryHealth;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.kafka.CommittedReaders;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.metrics.ServiceMetrics;
import io.creditstream.service.process.Application;
import io.creditstream.service.process.Resources;
import io.creditstream.service.process.RestartPolicy;
import io.creditstream.service.streams.StreamsRunner;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * The drift monitor in this process: topics, references, topology, pages. It is alive at once and
 * ready when the stream runs.
 */
public final class DriftMonitorApplication implements Application {

  private final Resources resources;
  private final Health health;
  private final ServiceHttp http;
  private final DriftBoard board;
  private final int partitions;
  private final TopicBacklog backlog;
  private final CommittedReports reports;

  private DriftMonitorApplication(DriftMonitorConfig config, Resources resources) {
    this.resources = resources;
    this.board = new DriftBoard(config.windows().smallest());
    ServiceMetrics metrics = resources.own(ServiceMetrics.create());
    RegistryHealth registryHealth = new RegistryHealth();
    SchemaRegistryClient registry =
        resources.own(
            SchemaRegistryClients.connect(
                RegistryConfig.of(config.kafka().registryUrl()), registryHealth));
    TopicAdmin.ensure(config.kafka(), topics(), inputs(), config.service().topics());
    this.partitions = partitions(config.kafka());
    this.backlog = resources.own(new TopicBacklog(CommittedReaders.any(config.kafka())));
    this.reports =
        resources.own(new CommittedReports(CommittedReaders.any(config.kafka()), Instant.now()));
    ReferenceFeed models =
        new ReferenceFeed(
            CommittedReaders.models(config.kafka()),
            new AvroDeserializer<>(ModelBundle.class, registry),
            new ReferenceArchive(
                CommittedReaders.models(config.kafka()),
                ReferenceArchive.producer(config.kafka().client()),
                new AvroSerializer<>(ModelBundle.class, registry)),
            new ReferenceModels());
    DriftParts parts =
        new DriftParts(
            readers(registry, models, new EventTimes(config.counting().futureTolerance())),
            models,
            config.population(),
            config.counting().retention(),
            config.windows(),
            config.thresholds(),
            partitions,
            backlog,
            config.counting().flushInterval(),
            DriftParts.FLUSH_SIZE,
            new AvroSerde<>(DriftReport.class, registry),
            board,
            new MicrometerDriftMetrics(metrics.registry(), config.thresholds(), config.series()));
    StreamsRunner streams =
        resources.own(
            StreamsRunner.create(
                DriftTopology.build(parts),
                config.kafka(),
                config.service().topics(),
                config.service().streams(),
                RestartPolicy.waitingFor(DriftMonitorApplication::isWaitedFor),
                metrics.registry()));
    // Closed before the streams, so that a thread that waits for one of them can end.
    resources.own(models);
    resources.own(registry::close);
    this.health =
        new Health(
            List.of(streams.liveness(), models.liveness()),
            List.of(registryHealth.readiness(), models.readiness(), streams.readiness()));
    this.http =
        resources.own(
            ServiceHttp.start(
                config.service().http(),
                health,
                metrics.registry(),
                new DriftRoutes(board, config.windows(), config.thresholds())));
    models.start();
    streams.start();
  }

  /**
   * Starts a drift monitor; returns once its pages are there.
   *
   * @throws RuntimeException with one line that says how to mend it when topics, port, brokers or
   *     directories are not as needed
   */
  public static DriftMonitorApplication start(DriftMonitorConfig config) {
    return Resources.open(resources -> new DriftMonitorApplication(config, resources));
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

  /** Closed and open windows as they are at the moment. */
  public DriftView drift() {
    return board;
  }

  /**
   * Whether every decision that is in the topic now was counted or set aside, every window that
   * holds one is closed, and their reports can be read by all. Asks the broker; false on a process
   * that does not close windows.
   */
  public boolean caughtUp() {
    return !board.partitions().isEmpty()
        && board.openWindows().isEmpty()
        && IntStream.range(0, partitions).allMatch(this::isRead)
        && reports.hold(board.series().stream().map(DriftSeries::newest).toList());
  }

  private boolean isRead(int partition) {
    Progress known = board.partitions().get(partition);
    return backlog.isEmpty(partition, known == null ? 0 : known.nextOffset());
  }

  private static Readers readers(
      SchemaRegistryClient registry, ModelCatalog models, EventTimes times) {
    return new Readers(
        new DecisionReader(new AvroDeserializer<>(LoanDecision.class, registry), models, times),
        new OutcomeReader(new AvroDeserializer<>(LoanOutcome.class, registry), times),
        new ApplicationReader(new AvroDeserializer<>(LoanApplication.class, registry)));
  }

  /** Topics that the drift monitor reads or writes. */
  public static List<Topic<?>> topics() {
    return List.of(
        Topics.APPLICATIONS,
        Topics.DECISIONS,
        Topics.CHALLENGER_DECISIONS,
        Topics.OUTCOMES,
        Topics.MODELS,
        Topics.DRIFT_REFERENCES,
        Topics.DRIFT_REPORTS);
  }

  /** Topics whose bad records the drift monitor sets aside. */
  public static List<Topic<?>> inputs() {
    return DriftTopology.inputs();
  }

  private static int partitions(KafkaSettings kafka) {
    try (Consumer<byte[], byte[]> consumer = CommittedReaders.any(kafka)) {
      return consumer.partitionsFor(Topics.DECISIONS.name()).size();
    }
  }

  private static boolean isWaitedFor(Throwable cause) {
    return cause instanceof RegistryUnavailableException
        || cause instanceof ModelsUnavailableException;
  }

  /** Ends everything, the newest first. */
  @Override
  public void close() {
    resources.close();
  }
}
