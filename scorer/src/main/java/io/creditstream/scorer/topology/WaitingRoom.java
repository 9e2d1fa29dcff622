package io.creditstream.scorer.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.scorer.enrichment.WaitingApplication;
import io.creditstream.scorer.metrics.ScoringMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The applications of one task that wait for history. The store holds them; who waits, for whom and
 * until when is also kept in memory, so that history of clients of whom nothing waits costs no
 * read.
 *
 * <p>History of a client comes as several records: who waits for it is called at the second tick
 * after the first of them, so that at least one interval passes for the others to arrive.
 */
final class WaitingRoom implements AutoCloseable {

  private final KeyValueStore<String, byte[]> store;
  private final ScoringMetrics metrics;
  private final Map<String, Ticket> tickets = new HashMap<>();
  private final Map<String, Set<String>> byClient = new HashMap<>();
  private final TreeSet<Ticket> byDeadline =
      new TreeSet<>(
          Comparator.comparingLong(Ticket::deadline).thenComparing(Ticket::applicationId));
  private Set<String> arriving = new HashSet<>();
  private Set<String> arrived = new HashSet<>();

  /** The room with all that the store holds; history may have arrived for any of them. */
  WaitingRoom(KeyValueStore<String, byte[]> store, ScoringMetrics metrics) {
    this.store = store;
    this.metrics = metrics;
    try (KeyValueIterator<String, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        WaitingApplication application = WaitingApplication.read(entry.value);
        enter(entry.key, application);
        arriving.add(client(application));
      }
    }
    metrics.waiting(tickets.size());
  }

  /** The application of an id, null if none of that id waits. */
  @Nullable WaitingApplication find(String applicationId) {
    if (!tickets.containsKey(applicationId)) {
      return null;
    }
    byte[] bytes = store.get(applicationId);
    return bytes == null ? null : WaitingApplication.read(bytes);
  }

  /** Lets an application wait. */
  void admit(String applicationId, WaitingApplication application) {
    store.put(applicationId, application.bytes());
    enter(applicationId, application);
    metrics.waiting(1);
  }

  /** History of a client has arrived. */
  void arrived(byte[] client) {
    if (tickets.isEmpty()) {
      return;
    }
    String id = new String(client, UTF_8);
    if (byClient.containsKey(id)) {
      arriving.add(id);
    }
  }

  /**
   * The ids of the applications to look at now, to be called at regular intervals: those whose
   * deadline has passed, the earliest first, and those for whose client history has arrived.
   *
   * @param now ms since 1970
   * @param limit most of those whose deadline has passed; the rest comes with the next call
   */
  List<String> tick(long now, int limit) {
    List<String> called = new ArrayList<>();
    for (Ticket ticket : byDeadline) {
      if (ticket.deadline() > now || called.size() >= limit) {
        break;
      }
      called.add(ticket.applicationId());
    }
    Set<String> known = new HashSet<>(called);
    for (String client : arrived) {
      byClient.getOrDefault(client, Set.of()).stream().filter(known::add).forEach(called::add);
    }
    arrived = arriving;
    arriving = new HashSet<>();
    return called;
  }

  /** The application waits no more. */
  void leave(String applicationId) {
    Ticket ticket = tickets.remove(applicationId);
    if (ticket == null) {
      return;
    }
    store.delete(applicationId);
    byDeadline.remove(ticket);
    byClient.computeIfPresent(
        ticket.client(),
        (client, ids) -> {
          ids.remove(applicationId);
          return ids.isEmpty() ? null : ids;
        });
    metrics.waiting(-1);
  }

  private void enter(String applicationId, WaitingApplication application) {
    Ticket ticket = new Ticket(application.deadline(), applicationId, client(application));
    tickets.put(applicationId, ticket);
    byDeadline.add(ticket);
    byClient.computeIfAbsent(ticket.client(), client -> new TreeSet<>()).add(applicationId);
  }

  private static String client(WaitingApplication application) {
    return new String(application.key(), UTF_8);
  }

  /** Those who wait are counted elsewhere from now on. */
  @Override
  public void close() {
    metrics.waiting(-tickets.size());
    tickets.clear();
  }

  private record Ticket(long deadline, String applicationId, String client) {}
}
