package io.creditstream.scorer.topology;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;

/** Names of the nodes and stores of the topology: part of what persists, never to be changed. */
public final class ScoringNodes {

  /** Store of the applications that were decided, by application id. */
  public static final String DECISIONS_STORE = "decisions";

  /** Index of the decisions by client, from the newest on. */
  static final String CLIENT_DECISIONS_STORE = "client-decisions";

  /** Store of the applications that wait for history, by application id. */
  static final String WAITING_STORE = "waiting-applications";

  static final String DECIDE = "decide-applications";
  static final String WRITE_DECISIONS = "write-decisions";
  static final String WRITE_CHALLENGER_DECISIONS = "write-challenger-decisions";

  private static final String PREFIX = "credit.";
  private static final String SUFFIX = ".v1";

  private ScoringNodes() {}

  /** Store of the pages of a source, by client id. */
  public static String historyStore(HistorySource<?> source) {
    return "history-" + shortName(source.topic());
  }

  /**
   * Stores without which decisions would be others, made twice or never, not be found by client or
   * never be forgotten, and what they are made of.
   */
  public static Map<String, Topic<?>> sourcesOfStores() {
    Map<String, Topic<?>> sources = new HashMap<>();
    HistorySource.all().forEach(source -> sources.put(historyStore(source), source.topic()));
    sources.put(DECISIONS_STORE, Topics.APPLICATIONS);
    sources.put(CLIENT_DECISIONS_STORE, Topics.APPLICATIONS);
    sources.put(WAITING_STORE, Topics.APPLICATIONS);
    return sources;
  }

  static String read(Topic<?> topic) {
    return "read-" + shortName(topic);
  }

  static String upsert(HistorySource<?> source) {
    return "upsert-" + shortName(source.topic());
  }

  static String setAside(Topic<?> topic) {
    return "set-aside-" + shortName(topic);
  }

  private static String shortName(Topic<?> topic) {
    String name = topic.name();
    return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
  }
}
