package io.creditstream.scorer;

import io.creditstream.model.ModelRefusedException;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicException;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.kafka.WriteAccess;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic of what challengers would have decided. It is written in the transaction of the
 * decisions: where it takes nothing the challenger has to go, or no transaction would ever succeed.
 */
final class ChallengerTopic {

  private static final Logger LOG = LoggerFactory.getLogger(ChallengerTopic.class);
  private static final Topic<LoanDecision> TOPIC = Topics.CHALLENGER_DECISIONS;

  private final KafkaSettings kafka;
  private final SchemaRegistryClient registry;

  ChallengerTopic(KafkaSettings kafka, SchemaRegistryClient registry) {
    this.kafka = kafka;
    this.registry = registry;
  }

  /**
   * Makes the topic where it is missing. A scorer that has no right to it starts all the same.
   *
   * @throws TopicException as {@link TopicAdmin#ensure} does, for any other reason
   */
  static void ensure(TopicAdmin admin, TopicSettings settings) {
    try {
      admin.ensure(List.of(Topics.APPLICATIONS, TOPIC), List.of(), settings);
    } catch (TopicException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      LOG.atWarn()
          .setMessage("no challenger can be taken")
          .addKeyValue("reason", e.getMessage())
          .log();
    }
  }

  /**
   * Prepares a first decision of a challenger, so that none waits for the registry.
   *
   * @throws ModelRefusedException if its decisions could not be written
   */
  void prepare() {
    Optional<String> problem = WriteAccess.problem(kafka, TOPIC);
    if (problem.isPresent()) {
      throw refused(problem.get());
    }
    registry.register(TOPIC.subject(), LoanDecision.getClassSchema());
  }

  /** Why a challenger cannot stay, where a failure of the stream is that of its topic. */
  static Optional<ModelRefusedException> refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TopicAuthorizationException e
          && e.unauthorizedTopics().contains(TOPIC.name())) {
        return Optional.of(refused(WriteAccess.notGranted(TOPIC)));
      }
    }
    return Optional.empty();
  }

  private static ModelRefusedException refused(String problem) {
    return new ModelRefusedException(problem + ", then publish the challenger again");
  }
}
