package io.creditstream.standalone.recorded;

import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.topic.Topic;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The records that were set aside. */
public final class DeadLetters {

  private static final String SUFFIX = Topic.deadLetterTopic("");

  private DeadLetters() {}

  /** The topics that have a topic of dead letters, by name. */
  public static Set<String> topics(TopicScan scan) {
    return scan.topics().stream()
        .filter(topic -> topic.endsWith(SUFFIX))
        .map(topic -> topic.substring(0, topic.length() - SUFFIX.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Hands all dead letters of a topic on. */
  public static void read(TopicScan scan, String topic, Consumer<SetAside> letters) {
    scan.read(
        scan.partitions(Topic.deadLetterTopic(topic)),
        record -> letters.accept(SetAside.of(record)));
  }

  /** Where the records of a topic lie that were set aside. */
  static Set<SourceRecord> places(TopicScan scan, String topic) {
    Set<SourceRecord> places = new HashSet<>();
    read(scan, topic, letter -> letter.source().ifPresent(places::add));
    return places;
  }
}
