package io.creditstream.scorer.model;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.ModelEngine;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerde;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.NamedModels;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.scorer.fixture.TopologyBench;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real models take turns in the midst of a stream of applications. */
@Timeout(120)
class SwapsUnderLoadTest {

  private static final int SWAPS = 500;
  private static final List<Bundle> BUNDLES = List.of(TestBundles.shared(), TestBundles.train(12));

  private final AvroSerde<ModelBundle> serde =
      new AvroSerde<>(ModelBundle.class, new InMemorySchemaRegistryClient());

  @ParameterizedTest
  @EnumSource(ModelEngine.class)
  void shouldDecideWithTheModelThatADecisionNamesThroughHundredsOfSwaps(ModelEngine engine) {
    List<LoanDecision> decisions = new ArrayList<>();
    List<DecisionModel> champions = champions(engine);
    Semaphore decided = new Semaphore(0);
    try (TopologyBench bench = new TopologyBench()) {
      bench.model().activate(champions.get(0));
      CompletableFuture<Void> swaps =
          CompletableFuture.runAsync(() -> swap(bench.model(), champions, decided));
      while (!swaps.isDone()) {
        bench.send(Topics.APPLICATIONS, Events.application("a-" + decisions.size()));
        decisions.addAll(bench.decisions());
        decided.release();
      }
      swaps.join();
    }

    NamedModels.assertThatEachScored(BUNDLES, decisions);
  }

  /** Each change as soon as something was decided since the last one, whatever goes on then. */
  private static void swap(ActiveModel active, List<DecisionModel> champions, Semaphore decided) {
    for (int swap = 1; swap <= SWAPS; swap++) {
      decided.drainPermits();
      active.activate(champions.get(swap % champions.size()));
      decided.acquireUninterruptibly();
    }
  }

  /** As they come in by their topic. */
  private List<DecisionModel> champions(ModelEngine engine) {
    List<DecisionModel> champions = new ArrayList<>();
    for (Bundle bundle : BUNDLES) {
      ActiveModel active = new ActiveModel();
      new ModelInbox(
              serde.deserializer(),
              new BundleGate(engine),
              ModelSlot.of(
                  ModelRole.CHAMPION,
                  active,
                  new Refusals(() -> Instant.EPOCH),
                  new CountingMetrics()))
          .take(event(bundle), 0);
      champions.add(active.current().orElseThrow());
    }
    return champions;
  }

  private byte[] event(Bundle bundle) {
    return serde.serializer().serialize(Topics.MODELS.name(), TestBundles.event(bundle));
  }
}
