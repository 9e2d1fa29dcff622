package io.creditstream.benchmarks.steps;

import io.creditstream.benchmarks.input.Clients;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.features.extraction.LevelCollector;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroDeserializer;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.Topics;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What happens to an application before it is scored. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ClientBenchmark {

  private static final int CLIENTS = 1024;

  private List<Dossier> clients;
  private FeatureExtractor extractor;
  private AvroDeserializer<LoanApplication> deserializer;
  private byte[][] encoded;
  private int next;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below before anything else.
  public ClientBenchmark() {}

  /** Makes the clients. */
  @Setup(Level.Trial)
  public void prepare() {
    clients = Clients.first(CLIENTS);
    LevelCollector levels = new LevelCollector(FeatureCatalog.standard().definitions());
    clients.forEach(client -> levels.see(client.application(), client.history()));
    extractor = new FeatureExtractor(levels.dictionary());
    InMemorySchemaRegistryClient registry = new InMemorySchemaRegistryClient();
    AvroSerde<LoanApplication> serde = new AvroSerde<>(LoanApplication.class, registry);
    deserializer = new AvroDeserializer<>(LoanApplication.class, registry);
    encoded =
        clients.stream()
            .map(
                client ->
                    serde.serializer().serialize(Topics.APPLICATIONS.name(), client.application()))
            .toArray(byte[][]::new);
  }

  /** All features of the catalog. */
  @Benchmark
  public double[] extractFeatures() {
    Dossier client = clients.get(next());
    return extractor.extract(client.application(), client.history());
  }

  @Benchmark
  public LoanApplication decodeApplication() {
    return Objects.requireNonNull(
        deserializer.deserialize(Topics.APPLICATIONS.name(), encoded[next()]));
  }

  private int next() {
    next = (next + 1) % CLIENTS;
    return next;
  }
}
