package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.ClientHistoryBuilder;
import io.creditstream.features.history.HistorySource;
import io.creditstream.scorer.validation.RecordRules;
import io.creditstream.scorer.validation.TimeRules;
import io.creditstream.service.deadletter.DeadLetter;
import io.creditstream.service.deadletter.DeadLetterReason;
import io.creditstream.service.http.ProblemException;
import io.creditstream.service.json.EventReader;
import io.creditstream.service.json.InvalidEventException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Reads the history that a what-if brings along: arrays of records by source, which keep to the
 * rules of the stream.
 */
final class InlineHistory {

  /** Name of the member that holds it. */
  static final String MEMBER = "history";

  /** Sources by the name of their member, as in {@link ClientHistory}. */
  private static final Map<String, Part<?>> PARTS = parts();

  private final TimeRules times;
  private final InstantSource clock;

  InlineHistory(TimeRules times, InstantSource clock) {
    this.times = times;
    this.clock = clock;
  }

  /**
   * The history that a document holds; a problem with status 422 where a record breaks a rule.
   *
   * @param clientId the client of the application, whose records they have to be
   */
  ClientHistory read(JsonNode node, String clientId) {
    if (!(node instanceof ObjectNode object)) {
      throw new InvalidEventException(MEMBER, "field history is not an object");
    }
    ClientHistoryBuilder builder = ClientHistory.builder();
    Iterator<String> names = object.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      Part<?> part = PARTS.get(name);
      if (part == null) {
        throw new InvalidEventException(
            MEMBER, "field history has an unknown source: known are " + PARTS.keySet());
      }
      add(builder, part, clientId, MEMBER + "." + name, object.get(name));
    }
    return builder.build();
  }

  private <R extends SpecificRecordBase> void add(
      ClientHistoryBuilder builder, Part<R> part, String clientId, String path, JsonNode records) {
    if (!records.isArray()) {
      throw new InvalidEventException(path, "field " + path + " is not an array");
    }
    Class<R> type = part.source().topic().valueType();
    for (int i = 0; i < records.size(); i++) {
      String place = path + "[" + i + "]";
      if (!(records.get(i) instanceof ObjectNode object)) {
        throw new InvalidEventException(place, "field " + place + " is not an object");
      }
      builder.add(part.source(), sound(read(object, type, place), part.rules(), clientId, place));
    }
  }

  private static <R extends SpecificRecordBase> R read(
      ObjectNode object, Class<R> type, String place) {
    try {
      return EventReader.read(object, type);
    } catch (InvalidEventException e) {
      throw new InvalidEventException(
          place + "." + e.field(), at(place, String.valueOf(e.getMessage())));
    }
  }

  private <R extends SpecificRecordBase> R sound(
      R record, RecordRules<R> rules, String clientId, String place) {
    DeadLetter broken = rules.broken(record, clientId, times, clock.instant());
    if (broken == null) {
      return record;
    }
    String message =
        broken.reason() == DeadLetterReason.KEY_MISMATCH
            ? "field clientId is not that of the application"
            : broken.message();
    throw new ProblemException(422, at(place, message), Map.of("reason", broken.reason().code()));
  }

  /** A message about a field of a record, with the place of the record before its name. */
  private static String at(String place, String message) {
    return message.replaceFirst("^field ", Matcher.quoteReplacement("field " + place + "."));
  }

  private static Map<String, Part<?>> parts() {
    Map<String, Part<?>> parts = new LinkedHashMap<>();
    parts.put("bureauCredits", Part.of(HistorySource.BUREAU_CREDITS));
    parts.put("previousApplications", Part.of(HistorySource.PREVIOUS_APPLICATIONS));
    parts.put("posCashBalances", Part.of(HistorySource.POS_CASH_BALANCES));
    parts.put("cardBalances", Part.of(HistorySource.CARD_BALANCES));
    parts.put("installmentPayments", Part.of(HistorySource.INSTALLMENT_PAYMENTS));
    return parts;
  }

  /** A source with the rules of its records. */
  private record Part<R extends SpecificRecordBase>(HistorySource<R> source, RecordRules<R> rules) {

    static <R extends SpecificRecordBase> Part<R> of(HistorySource<R> source) {
      return new Part<>(
          source,
          RecordRules.history(source, SpecificData.get().getSchema(source.topic().valueType())));
    }
  }
}
