package io.creditstream.advisor.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.advisor.fixture.PostgresServer;
import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.CaseStoreContract;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.store.StoreException;
import io.creditstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store on a real PostgreSQL; skipped where none is installed. */
class PostgresStoreIT extends CaseStoreContract {

  private static final Partition DECISIONS = new Partition(Topics.DECISIONS.name(), 0);

  private static PostgresServer server;

  private final PostgresSettings database = server.newDatabase();

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  protected CaseStore open() {
    return PostgresStore.open(database);
  }

  @Test
  void shouldKeepEachRecordOnceThoughTwoAdvisorsWriteAtOnce() throws Exception {
    int batches = 10;
    int size = 20;
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (CaseStore other = open()) {
      Callable<Void> one = () -> writeAll(store, batches, size);
      Callable<Void> two = () -> writeAll(other, batches, size);
      for (Future<Void> done : pool.invokeAll(List.of(one, two))) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    List<CaseLine> lines =
        store
            .reader()
            .find(new CaseQuery(CaseFilter.ALL, SortOrder.DECIDED, true, null, 1_000))
            .lines();
    assertThat(lines).hasSize(batches * size);
    assertThat(lines).extracting(CaseLine::applicationId).doesNotHaveDuplicates();
    assertThat(store.positions()).containsEntry(DECISIONS, (long) batches * size);
  }

  /** What meets another one's transaction may fail and is written again, as the intake does. */
  private static Void writeAll(CaseStore to, int batches, int size) {
    for (int i = 0; i < batches; i++) {
      Batch batch = Samples.batch(i * size, (i + 1) * size, Samples.DICTIONARY);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptionsInstanceOf(StoreException.class)
          .until(
              () -> {
                to.write(batch);
                return true;
              });
    }
    return null;
  }

  @Test
  void shouldKeepDecisionsOfThePartitionsOfLargeTopicsApart() {
    List<ReadDecision> decisions =
        IntStream.of(0, 1, 1_023, 1_024, 1_025, 3_000)
            .mapToObj(
                partition ->
                    new ReadDecision(
                        new Place(partition, 7),
                        Samples.decision(partition),
                        Optional.of(Samples.DICTIONARY)))
            .toList();

    store.write(new Batch(List.of(), decisions, List.of(), Map.of(DECISIONS, 8L)));

    List<CaseLine> lines =
        store
            .reader()
            .find(new CaseQuery(CaseFilter.ALL, SortOrder.DECIDED, true, null, 100))
            .lines();
    assertThat(lines)
        .extracting(CaseLine::applicationId)
        .containsExactly("A3000", "A1025", "A1024", "A1023", "A1", "A0");
  }

  @Test
  void shouldNotGoBackWhenASlowAdvisorWrites() {
    store.write(Samples.batch(0, 10, Samples.DICTIONARY));

    store.write(Samples.batch(0, 4, Samples.DICTIONARY));

    assertThat(store.positions()).containsEntry(DECISIONS, 10L);
  }

  @Test
  void shouldFailWhileTheServerIsDownAndGoOnAfterwards() {
    store.write(Samples.batch(0, 4, Samples.DICTIONARY));
    server.down();
    try {
      assertThatThrownBy(() -> store.write(Samples.batch(4, 8, Samples.DICTIONARY)))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.reader().application("A1")).isInstanceOf(StoreException.class);
    } finally {
      server.up();
    }

    writeAll(store, 2, 4);

    assertThat(store.positions()).containsEntry(DECISIONS, 8L);
    assertThat(store.reader().application("A7")).isPresent();
  }

  @Test
  void shouldSayHowToMendADatabaseThatCannotBeReached() {
    PostgresSettings nowhere =
        new PostgresSettings("jdbc:postgresql://127.0.0.1:1/x", Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> PostgresStore.open(nowhere))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("see whether it runs");
  }
}
