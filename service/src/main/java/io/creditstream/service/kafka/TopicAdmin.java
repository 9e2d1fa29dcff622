package io.creditstream.service.kafka;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topic.Partitioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics of the contract that are missing and refuses topics that cannot be joined.
 * Topics that exist are never changed.
 */
public final class TopicAdmin implements AutoCloseable {

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);

  private final Admin admin;

  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /** Over a client of its own, which is closed with it. */
  public static TopicAdmin connect(KafkaSettings settings) {
    return new TopicAdmin(Admin.create(settings.client()));
  }

  /** As {@link #ensure(Collection, Collection, TopicSettings)}, over a client for this alone. */
  public static void ensure(
      KafkaSettings kafka,
      Collection<Topic<?>> topics,
      Collection<Topic<?>> inputs,
      TopicSettings settings) {
    try (TopicAdmin admin = connect(kafka)) {
      admin.ensure(topics, inputs, settings);
    }
  }

  /**
   * Creates what is missing. Topics partitioned by client get the number of partitions of those
   * that exist, else that of the settings.
   *
   * @param topics topics that the service reads or writes
   * @param inputs those of them whose bad records go to a dead-letter topic
   * @return the number of partitions of topics partitioned by client
   * @throws TopicException when topics partitioned by client differ in their number of partitions,
   *     naming each with its number, when a topic that needs one partition has more, or when the
   *     broker cannot be reached or refuses
   */
  public int ensure(
      Collection<Topic<?>> topics, Collection<Topic<?>> inputs, TopicSettings settings) {
    Map<String, Integer> existing = partitionCounts(names(topics, inputs));
    requireSingle(topics, existing);
    int partitions = commonCount(topics, existing, settings.partitions());
    TopicSettings common = new TopicSettings(partitions, settings.replicationFactor());
    create(
        plan(topics, inputs, common).stream()
            .filter(topic -> !existing.containsKey(topic.name()))
            .toList());
    return commonCount(topics, awaitCounts(names(topics, inputs)), partitions);
  }

  /**
   * What {@link #ensure} creates on brokers that have none of it.
   *
   * @param topics topics that a service reads or writes
   * @param inputs those of them whose bad records go to a dead-letter topic
   */
  public static List<NewTopic> plan(
      Collection<Topic<?>> topics, Collection<Topic<?>> inputs, TopicSettings settings) {
    List<NewTopic> plan = new ArrayList<>();
    topics.forEach(topic -> plan.add(TopicBlueprint.of(topic, settings)));
    inputs.forEach(topic -> plan.add(TopicBlueprint.deadLetters(topic, settings)));
    return plan;
  }

  /** The broker may tell of a topic some time after it has created it. */
  private Map<String, Integer> awaitCounts(Set<String> names) {
    long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
    Map<String, Integer> counts = partitionCounts(names);
    while (!counts.keySet().containsAll(names)) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw new TopicException(
            "Kafka does not show the topics it has created: see whether its brokers are well",
            null);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      counts = partitionCounts(names);
    }
    return counts;
  }

  private static Set<String> names(Collection<Topic<?>> topics, Collection<Topic<?>> inputs) {
    Set<String> names = new HashSet<>();
    topics.forEach(topic -> names.add(topic.name()));
    inputs.forEach(topic -> names.add(topic.deadLetterTopic()));
    return names;
  }

  private static void requireSingle(Collection<Topic<?>> topics, Map<String, Integer> existing) {
    for (Topic<?> topic : topics) {
      if (topic.partitioning() == Partitioning.SINGLE
          && existing.getOrDefault(topic.name(), 1) != 1) {
        throw new TopicException(
            "topic %s has %d partitions, its order needs one: recreate it with one"
                .formatted(topic.name(), existing.get(topic.name())),
            null);
      }
    }
  }

  private static int commonCount(
      Collection<Topic<?>> topics, Map<String, Integer> existing, int otherwise) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Topic<?> topic : topics) {
      Integer count = existing.get(topic.name());
      if (topic.partitioning() == Partitioning.BY_CLIENT && count != null) {
        counts.put(topic.name(), count);
      }
    }
    Set<Integer> distinct = new HashSet<>(counts.values());
    if (distinct.size() > 1) {
      throw new TopicException(
          "topics joined by client have different numbers of partitions "
              + counts
              + ": recreate them with the same number",
          null);
    }
    return distinct.isEmpty() ? otherwise : distinct.iterator().next();
  }

  private Map<String, Integer> partitionCounts(Set<String> names) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(names).topicNameValues();
    described.forEach(
        (name, future) -> {
          try {
            counts.put(name, await("describe", name, future).partitions().size());
          } catch (UnknownTopicOrPartitionException e) {
            LOG.atDebug().setMessage("topic missing").addKeyValue("topic", name).log();
          }
        });
    return counts;
  }

  private void create(List<NewTopic> missing) {
    admin
        .createTopics(missing)
        .values()
        .forEach(
            (name, future) -> {
              try {
                await("create", name, future);
                LOG.atInfo().setMessage("topic created").addKeyValue("topic", name).log();
              } catch (TopicExistsException e) {
                LOG.atDebug().setMessage("topic exists").addKeyValue("topic", name).log();
              }
            });
  }

  private static <T> T await(String verb, String topic, KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicException("interrupted while asking Kafka to " + verb + " " + topic, e);
    } catch (ExecutionException e) {
      throw failure(verb, topic, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private static RuntimeException failure(String verb, String topic, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException
        || cause instanceof TopicExistsException) {
      return (RuntimeException) cause;
    }
    return new TopicException(
        "Kafka did not "
            + verb
            + " topic "
            + topic
            + " ("
            + cause.getMessage()
            + "): check the bootstrap servers and the rights of this application",
        cause);
  }

  @Override
  public void close() {
    admin.close();
  }
}
