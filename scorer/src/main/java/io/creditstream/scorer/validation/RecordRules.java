package io.creditstream.scorer.validation;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import java.time.Instant;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** The rules of one kind of record: its identifiers, its event time, its numbers. */
public final class RecordRules<R extends SpecificRecordBase> {

  private final String idField;
  private final Function<R, String> id;
  private final Function<R, String> clientId;
  private final String timeField;
  private final Function<R, Instant> time;
  private final FieldRules fields;

  private RecordRules(
      String idField,
      Function<R, String> id,
      Function<R, String> clientId,
      String timeField,
      Function<R, Instant> time,
      Schema schema) {
    this.idField = idField;
    this.id = id;
    this.clientId = clientId;
    this.timeField = "field " + timeField;
    this.time = time;
    this.fields = new FieldRules(schema);
  }

  /** The rules of applications. */
  public static RecordRules<LoanApplication> applications() {
    return new RecordRules<>(
        "applicationId",
        LoanApplication::getApplicationId,
        LoanApplication::getClientId,
        "submittedAt",
        LoanApplication::getSubmittedAt,
        LoanApplication.getClassSchema());
  }

  /**
   * The rules of requests to decide an application anew; its content is held against that of the
   * application that was decided.
   */
  public static RecordRules<RescoreRequest> rescoreRequests() {
    return new RecordRules<>(
        "applicationId",
        request -> request.getApplication().getApplicationId(),
        request -> request.getApplication().getClientId(),
        "requestedAt",
        RescoreRequest::getRequestedAt,
        RescoreRequest.getClassSchema());
  }

  /** The rules of the records of a source of history. */
  public static <R extends SpecificRecordBase> RecordRules<R> history(
      HistorySource<R> source, Schema schema) {
    return new RecordRules<>(
        "recordId", source::recordId, source::clientId, "eventTime", source::eventTime, schema);
  }

  /**
   * What is wrong with a record, naming the field but not its value; null when nothing is.
   *
   * @param client the client id that the key holds
   */
  public @Nullable DeadLetter broken(R record, String client, TimeRules times, Instant now) {
    if (!ClientKey.isId(id.apply(record))) {
      return new DeadLetter(
          DeadLetterReason.INVALID_ID, "field " + idField + " is blank or too long");
    }
    if (!client.equals(clientId.apply(record))) {
      return new DeadLetter(DeadLetterReason.KEY_MISMATCH, "field clientId is not the key");
    }
    DeadLetter broken = times.broken(timeField, time.apply(record), now);
    return broken == null ? fields.broken(record) : broken;
  }
}
