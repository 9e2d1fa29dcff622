package io.creditstream.scorer.topology;

import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.schemas.SupersededDecision;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.Challenger;
import io.creditstream.scorer.decision.Decisions;
import io.creditstream.scorer.decision.Origin;
import io.creditstream.scorer.decision.RecordedDecision;
import io.creditstream.scorer.decision.ScoringSession;
import io.creditstream.scorer.decision.SessionHolder;
import io.creditstream.scorer.decision.TraceIds;
import io.creditstream.scorer.decision.UnseenCategories;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Makes decisions for one task: the champion decides and its decision is remembered, then the
 * challenger says what it would have decided.
 */
final class DecisionDesk implements AutoCloseable {

  private final ScoringParts parts;
  private final ProcessorContext<byte[], byte[]> context;
  private final DecisionBook book;
  private final SessionHolder champion;
  private final Challenger challenger;
  private final UnseenCategories unseen;

  DecisionDesk(ScoringParts parts, ProcessorContext<byte[], byte[]> context, DecisionBook book) {
    this.parts = parts;
    this.context = context;
    this.book = book;
    this.champion = new SessionHolder(parts.models().champion());
    this.unseen = new UnseenCategories(parts.metrics());
    this.challenger =
        new Challenger(
            parts.models().challenger(),
            parts.models().budget(),
            parts.clocks().nanoTime(),
            parts.metrics());
  }

  /**
   * Decides an application with the history that is known.
   *
   * @param record its record
   * @param place where the record lies
   * @param digest its digest
   * @param start when the work on it began, by the clock of nanoseconds
   */
  void decide(
      Record<byte[], byte[]> record,
      RecordMetadata place,
      LoanApplication application,
      byte[] digest,
      ClientHistory history,
      long start) {
    Origin origin = origin(record, place);
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    ScoringSession session = champion.current();
    Applicant applicant = Applicant.of(application, history);
    LoanDecision decision = decision(session, applicant, origin, now);
    unseen.count(session.model().dictionary(), decision.getFeatures());
    byte[] bytes = parts.decisionSerializer().serialize(Topics.DECISIONS.name(), decision);
    book.enter(decision, new RecordedDecision(now, digest, bytes));
    forward(record, decision, bytes, ScoringNodes.WRITE_DECISIONS);
    parts
        .metrics()
        .decided(
            decision.getOutcome(),
            decision.getModelVersion(),
            Duration.ofNanos(parts.clocks().nanoTime().getAsLong() - start),
            Duration.ofMillis(
                Math.max(0, parts.clocks().millis().getAsLong() - record.timestamp())));
    challenge(record, applicant, origin, now);
  }

  /**
   * Decides an application anew with the history and the model of now. The challenger is left out:
   * it says once what it thinks of an application.
   *
   * @param request the record that asks for it
   * @param place where the request lies
   * @param current what is remembered of the application
   * @param superseded the decision that is remembered
   */
  void supersede(
      Record<byte[], byte[]> request,
      RecordMetadata place,
      LoanApplication application,
      RecordedDecision current,
      LoanDecision superseded,
      ClientHistory history) {
    SourceRecord source = superseded.getSource();
    Origin origin =
        new Origin(
            source.getTopic(), source.getPartition(), source.getOffset(), superseded.getTraceId());
    ScoringSession session = champion.current();
    LoanDecision decision =
        decision(session, Applicant.of(application, history), origin, after(superseded));
    unseen.count(session.model().dictionary(), decision.getFeatures());
    decision.setSupersedes(
        new SupersededDecision(
            superseded.getDecidedAt(),
            superseded.getOutcome(),
            new SourceRecord(place.topic(), place.partition(), place.offset())));
    byte[] bytes = parts.decisionSerializer().serialize(Topics.DECISIONS.name(), decision);
    book.supersede(
        superseded,
        decision,
        new RecordedDecision(decision.getDecidedAt(), current.digest(), bytes, current.decision()));
    forward(request, decision, bytes, ScoringNodes.WRITE_DECISIONS);
  }

  /** Now, but later than a decision: the time tells the decisions about an application apart. */
  private Instant after(LoanDecision decision) {
    return Instant.ofEpochMilli(
        Math.max(context.currentSystemTimeMs(), decision.getDecidedAt().toEpochMilli() + 1));
  }

  private void challenge(
      Record<byte[], byte[]> record, Applicant applicant, Origin origin, Instant now) {
    Topic<LoanDecision> topic = Topics.CHALLENGER_DECISIONS;
    challenger
        .attempt(
            session -> {
              LoanDecision shadow = decision(session, applicant, origin, now);
              byte[] bytes = parts.decisionSerializer().serialize(topic.name(), shadow);
              return new Shadow(shadow, bytes);
            })
        .ifPresent(
            // Outside of the guard: a stream that cannot write must not go on as if it had.
            shadow -> {
              forward(
                  record,
                  shadow.decision(),
                  shadow.bytes(),
                  ScoringNodes.WRITE_CHALLENGER_DECISIONS);
              parts
                  .metrics()
                  .challengerDecided(
                      shadow.decision().getOutcome(), shadow.decision().getModelVersion());
            });
  }

  private LoanDecision decision(
      ScoringSession session, Applicant applicant, Origin origin, Instant now) {
    boolean explain = parts.settings().explainAll() || applicant.application().getExplain();
    return Decisions.of(applicant, session.score(applicant, explain), origin, now);
  }

  private void forward(
      Record<byte[], byte[]> record, LoanDecision decision, byte[] bytes, String sink) {
    context.forward(
        new Record<>(
            record.key(),
            bytes,
            // A topic may refuse a time that lies ahead of the broker's clock.
            Math.min(
                decision.getSubmittedAt().toEpochMilli(), decision.getDecidedAt().toEpochMilli()),
            traceHeader(record.headers(), decision.getTraceId())),
        sink);
  }

  private static Origin origin(Record<byte[], byte[]> record, RecordMetadata place) {
    return new Origin(
        place.topic(),
        place.partition(),
        place.offset(),
        TraceIds.of(record.headers(), place.topic(), place.partition(), place.offset()));
  }

  /**
   * The header of the record that was read, if it is of the trace that the decision names. A
   * request for a new decision may come with another trace, to which the place of the request
   * leads.
   */
  private static Headers traceHeader(Headers original, String traceId) {
    Headers headers = new RecordHeaders();
    if (TraceIds.of(original).filter(traceId::equals).isPresent()) {
      headers.add(original.lastHeader(TraceIds.HEADER));
    }
    return headers;
  }

  @Override
  public void close() {
    champion.close();
    challenger.close();
  }

  private record Shadow(LoanDecision decision, byte[] bytes) {}
}
