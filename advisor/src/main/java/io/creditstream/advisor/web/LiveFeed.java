package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.wording.Language;
import io.creditstream.advisor.wording.Wording;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells open pages of new decisions by server-sent events: every second, if there are any, how many
 * came and the newest of them.
 */
final class LiveFeed implements AutoCloseable {

  private static final int MOST_CLIENTS = 200;
  private static final int MOST_LINES = 10;

  private final CaseReader reader;
  private final Map<Language, Wording> wordings;
  private final Map<SseClient, Language> clients = new ConcurrentHashMap<>();
  private final AtomicLong fresh = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "live-feed");
            thread.setDaemon(true);
            return thread;
          });

  LiveFeed(CaseReader reader, Map<Language, Wording> wordings) {
    this.reader = reader;
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
    clients.put(client, Languages.of(client.ctx()));
  }

  private void tell() {
    try {
      long count = fresh.getAndSet(0);
      if (count == 0 || clients.isEmpty()) {
        return;
      }
      int size = (int) Math.min(count, MOST_LINES);
      List<CaseLine> lines =
          reader.find(new CaseQuery(CaseFilter.ALL, SortOrder.DECIDED, true, null, size)).lines();
      Map<Language, String> texts = new ConcurrentHashMap<>();
      clients.forEach(
          (client, language) ->
              client.sendEvent(
                  "decisions",
                  texts.computeIfAbsent(language, other -> text(lines, count, other))));
    } catch (RuntimeException e) {
      // A store that fails is told by the pages themselves; the next second is tried again.
      fresh.incrementAndGet();
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
    for (CaseLine line : lines) {
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
