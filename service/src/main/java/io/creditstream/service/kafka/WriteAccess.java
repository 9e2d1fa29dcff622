package io.creditstream.service.kafka;

import io.creditstream.schemas.topic.Topic;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks the brokers whether an application may write to a topic, without writing to it. */
public final class WriteAccess {

  private static final int PATIENCE_MS = 5_000;

  private WriteAccess() {}

  /**
   * What keeps an application from writing to a topic, in one line that says how to mend it; empty
   * where nothing does.
   *
   * @throws RetriableException when the brokers do not answer within seconds
   * @throws TopicException when they refuse to
   */
  public static Optional<String> problem(KafkaSettings kafka, Topic<?> topic) {
    try (Admin admin = Admin.create(kafka.client())) {
      return mayWrite(await(describe(admin, topic)).authorizedOperations())
          ? Optional.empty()
          : Optional.of(notGranted(topic));
    } catch (UnknownTopicOrPartitionException e) {
      return Optional.of("topic " + topic.name() + " is missing: make it (creditstream topics)");
    } catch (AuthorizationException e) {
      return Optional.of(notGranted(topic));
    }
  }

  private static KafkaFuture<TopicDescription> describe(Admin admin, Topic<?> topic) {
    DescribeTopicsOptions options =
        new DescribeTopicsOptions().includeAuthorizedOperations(true).timeoutMs(PATIENCE_MS);
    return Objects.requireNonNull(
        admin.describeTopics(List.of(topic.name()), options).topicNameValues().get(topic.name()));
  }

  /** Brokers without an authorizer allow everything; very old ones do not tell. */
  private static boolean mayWrite(@Nullable Set<AclOperation> allowed) {
    return allowed == null || allowed.contains(AclOperation.WRITE);
  }

  /** What is said where the right to write is missing. */
  public static String notGranted(Topic<?> topic) {
    return "this application may not write to %s: grant it WRITE on the topic (docs/security.md)"
        .formatted(topic.name());
  }

  private static TopicDescription await(KafkaFuture<TopicDescription> description) {
    try {
      return description.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (cause instanceof RetriableException || cause instanceof AuthorizationException) {
        throw (RuntimeException) cause;
      }
      throw new TopicException(
          "Kafka does not tell of its topics ("
              + cause.getMessage()
              + "): check the bootstrap servers and the rights of this application",
          cause);
    }
  }
}
