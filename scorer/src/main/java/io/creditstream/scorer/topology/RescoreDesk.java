package io.creditstream.scorer.topology;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.ApplicationDigest;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.metrics.RescoreResult;
import io.creditstream.scorer.validation.Checked;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.creditstream.service.streams.UnreadableStateException;
import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decides applications anew on request. A request names the decision that it wants superseded: one
 * that is not the current one any more changes nothing, so that a repeat makes no second decision.
 */
final class RescoreDesk {

  private final ScoringParts parts;
  private final ProcessorContext<byte[], byte[]> context;
  private final DecisionBook book;
  private final DecisionDesk desk;
  private final Function<String, ClientHistory> histories;
  private final Deserializer<LoanDecision> decisions;
  private final ApplicationDigest digests = new ApplicationDigest();
  private final DeadLetterOutlet deadLetters;

  /**
   * @param histories the history of a client
   */
  RescoreDesk(
      ScoringParts parts,
      ProcessorContext<byte[], byte[]> context,
      DecisionBook book,
      DecisionDesk desk,
      Function<String, ClientHistory> histories) {
    this.parts = parts;
    this.context = context;
    this.book = book;
    this.desk = desk;
    this.histories = histories;
    this.decisions = parts.decisionDeserializer();
    this.deadLetters =
        new DeadLetterOutlet(
            context, ScoringNodes.setAside(Topics.RESCORE_REQUESTS), parts.metrics());
  }

  void process(Record<byte[], byte[]> record, RecordMetadata place) {
    Checked<RescoreRequest> checked =
        parts
            .rescoreGate()
            .check(
                record.key(),
                record.value(),
                record.timestamp(),
                Instant.ofEpochMilli(context.currentSystemTimeMs()));
    if (checked instanceof Checked.Bad<RescoreRequest> bad) {
      deadLetters.send(record, place, bad.letter());
    } else if (checked instanceof Checked.Sound<RescoreRequest> sound) {
      rescore(record, place, sound.value());
    } else {
      parts.metrics().tombstone(place.topic());
    }
  }

  private void rescore(
      Record<byte[], byte[]> record, RecordMetadata place, RescoreRequest request) {
    LoanApplication application = request.getApplication();
    RecordedDecision current = book.find(application.getApplicationId());
    if (current == null) {
      parts.metrics().rescored(RescoreResult.UNKNOWN);
      return;
    }
    if (!current.sameContent(digests.of(application))) {
      deadLetters.send(
          record,
          place,
          new DeadLetter(
              DeadLetterReason.CONFLICT, "the application was decided with other content"));
      return;
    }
    LoanDecision superseded =
        UnreadableStateException.guard(
            () -> decisions.deserialize(Topics.DECISIONS.name(), current.decision()));
    if (!superseded.getDecidedAt().equals(request.getDecidedAt())) {
      parts.metrics().rescored(RescoreResult.STALE);
      return;
    }
    desk.supersede(
        record,
        place,
        application,
        current,
        superseded,
        histories.apply(application.getClientId()));
    parts.metrics().rescored(RescoreResult.SUPERSEDED);
  }
}
