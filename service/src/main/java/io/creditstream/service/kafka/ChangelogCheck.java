package io.creditstream.service.kafka;

import io.creditstream.schemas.topic.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Refuses to start an application whose stores cannot be restored: it has worked on a topic before,
 * and the changelog of the store that it made of it is gone or has lost its beginning. Kafka
 * Streams would make an empty one and go on as if nothing had ever been there.
 */
public final class ChangelogCheck {

  private final Admin admin;
  private final String application;

  private ChangelogCheck(Admin admin, String application) {
    this.admin = admin;
    this.application = application;
  }

  /**
   * Checks the changelogs of an application.
   *
   * @param sources the topic that each store is made of, by the name of the store
   * @throws TopicException naming those that are not whole
   */
  public static void requireWhole(KafkaSettings kafka, Map<String, Topic<?>> sources) {
    try (Admin admin = Admin.create(kafka.client())) {
      new ChangelogCheck(admin, kafka.applicationId()).requireWhole(sources);
    }
  }

  private void requireWhole(Map<String, Topic<?>> sources) {
    Set<String> processed = processed(names(sources));
    Set<String> needed =
        sources.entrySet().stream()
            .filter(store -> processed.contains(store.getValue().name()))
            .map(store -> application + "-" + store.getKey() + "-changelog")
            .collect(Collectors.toCollection(TreeSet::new));
    if (needed.isEmpty()) {
      return;
    }
    Set<String> broken = new TreeSet<>(needed);
    broken.removeAll(await(admin.listTopics().names()));
    needed.removeAll(broken);
    broken.addAll(truncated(needed));
    if (!broken.isEmpty()) {
      throw new TopicException(
          "changelogs of %s are gone or have lost their beginning: %s; see \"A changelog was lost\" in docs/runbook.md"
              .formatted(application, broken),
          null);
    }
  }

  private static Set<String> names(Map<String, Topic<?>> sources) {
    return sources.values().stream().map(Topic::name).collect(Collectors.toSet());
  }

  /** Those of some topics of which the application has processed records that are still there. */
  private Set<String> processed(Set<String> topics) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : committed().entrySet()) {
      if (topics.contains(entry.getKey().topic()) && entry.getValue() != null) {
        committed.put(entry.getKey(), entry.getValue().offset());
      }
    }
    Map<TopicPartition, Long> first = first(committed.keySet());
    return committed.entrySet().stream()
        .filter(at -> at.getValue() > first.getOrDefault(at.getKey(), 0L))
        .map(at -> at.getKey().topic())
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() {
    try {
      return await(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata());
    } catch (GroupIdNotFoundException e) {
      return Map.of();
    }
  }

  /** A topic that is compacted alone keeps its first offset for ever. */
  private Set<String> truncated(Set<String> topics) {
    Set<TopicPartition> partitions = new HashSet<>();
    await(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(info -> partitions.add(new TopicPartition(name, info.partition()))));
    return first(partitions).entrySet().stream()
        .filter(first -> first.getValue() > 0)
        .map(first -> first.getKey().topic())
        .collect(Collectors.toSet());
  }

  private Map<TopicPartition, Long> first(Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> earliest =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
    return await(admin.listOffsets(earliest).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, first -> first.getValue().offset()));
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("interrupted while asking Kafka for the changelogs", e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (cause instanceof GroupIdNotFoundException absent) {
        throw absent;
      }
      throw new TopicException(
          "Kafka does not tell of the changelogs ("
              + cause.getMessage()
              + "): check the bootstrap servers and the rights of this application",
          cause);
    }
  }
}
