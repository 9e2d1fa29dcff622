package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.security.Sight;
import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.javalin.http.sse.SseClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Tells open pages of new decisions by server-sent events: every second, if there are any, how many
 * came and the newest of them.
 */
final class LiveFeed implements AutoCloseable {

  private static final int MOST_CLIENTS = 200;
  private static final int MOST_LINES = 10;
  private static final int MOST_READ = 200;

  private final CaseReader reader;
  private final Map<Language, Wording> wordings;
  private final Guard guard;
  private final Map<SseClient, Listener> clients = new ConcurrentHashMap<>();
  private final AtomicLong fresh = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "live-feed");
            thread.setDaemon(true);
            return thread;
          });

  /** Who listens, and whose decisions may be told there. */
  private record Listener(Language language, Supplier<Sight> sight) {}

  LiveFeed(CaseReader reader, Guard guard, Map<Language, Wording> wordings) {
    this.reader = reader;
    this.guard = guard;
    this.wordings = Map.copyOf(wordings);
    clock.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  /** So many decisions were stored. */
  void stored(int decisions) {
    fresh.addAndGet(decisions);
  }

  /** A page begins to listen. */
  void open(SseClient client) {
    if (clients.size() >= MOST_CLIENTS) {
      client.close();
      return;
    }
    client.keepAlive();
    client.onClose(() -> clients.remove(client));
    clients.put(client, new Listener(Languages.of(client.ctx()), guard.watch(client.ctx())));
  }

  private void tell() {
    try {
      long count = fresh.getAndSet(0);
      if (count == 0 || clients.isEmpty()) {
        return;
      }
      int size = (int) Math.min(count, MOST_READ);
      List<CaseLine> lines =
          reader.find(new CaseQuery(CaseFilter.ALL, SortOrder.DECIDED, true, null, size)).lines();
      Map<Language, String> texts = new EnumMap<>(Language.class);
      clients.forEach(
          (client, listener) -> {
            Sight sight = listener.sight().get();
            if (sight instanceof Sight.Nobody) {
              client.close();
            } else if (sight instanceof Sight.Everybody) {
              client.sendEvent(
                  "decisions",
                  texts.computeIfAbsent(
                      listener.language(), language -> text(lines, count, language)));
            } else {
              tell(client, listener.language(), seen(lines, sight));
            }
          });
    } catch (RuntimeException e) {
      // A store that fails is told by the pages themselves; the next second is tried again.
      fresh.incrementAndGet();
    }
  }

  private static List<CaseLine> seen(List<CaseLine> lines, Sight sight) {
    return lines.stream().filter(line -> sight.includes(line.clientId())).toList();
  }

  private void tell(SseClient client, Language language, List<CaseLine> lines) {
    if (!lines.isEmpty()) {
      client.sendEvent("decisions", text(lines, lines.size(), language));
    }
  }

  private String text(List<CaseLine> lines, long count, Language language) {
    Wording wording = wordings.get(language);
    if (wording == null) {
      throw new IllegalStateException("no wording of " + language);
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put(
        "text",
        count == 1
            ? wording.messages().text("live.one")
            : wording.messages().text("live.many", wording.formats().whole(count)));
    var rows = event.putArray("lines");
    for (CaseLine line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      FindView.Line shown = FindView.Line.of(line, wording);
      rows.addObject()
          .put("href", shown.href())
          .put("outcomeClass", shown.outcomeClass())
          .putArray("cells")
          .add(shown.application())
          .add(shown.decided())
          .add(shown.outcome())
          .add(shown.risk())
          .add(shown.limit())
          .add(shown.contract())
          .add(shown.credit())
          .add(shown.income())
          .add(shown.age());
    }
    return event.toString();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    for (SseClient client : List.copyOf(clients.keySet())) {
      if (!client.terminated()) {
        client.close();
      }
    }
  }
}
