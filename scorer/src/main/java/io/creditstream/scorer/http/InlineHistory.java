package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.ClientHistoryBuilder;
import io.creditstream.features.history.HistorySource;
import io.creditstream.service.json.EventReader;
import io.creditstream.service.json.InvalidEventException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** Reads the history that a what-if brings along: arrays of records by source. */
final class InlineHistory {

  /** Name of the member that holds it. */
  static final String MEMBER = "history";

  /** Sources by the name of their member, as in {@link ClientHistory}. */
  static final Map<String, HistorySource<?>> SOURCES = sources();

  private InlineHistory() {}

  static ClientHistory read(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw new InvalidEventException(MEMBER, "field history is not an object");
    }
    ClientHistoryBuilder builder = ClientHistory.builder();
    Iterator<String> names = object.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      HistorySource<?> source = SOURCES.get(name);
      if (source == null) {
        throw new InvalidEventException(
            MEMBER, "field history has an unknown source: known are " + SOURCES.keySet());
      }
      add(builder, source, MEMBER + "." + name, object.get(name));
    }
    return builder.build();
  }

  private static <R extends SpecificRecordBase> void add(
      ClientHistoryBuilder builder, HistorySource<R> source, String path, JsonNode records) {
    if (!records.isArray()) {
      throw new InvalidEventException(path, "field " + path + " is not an array");
    }
    for (JsonNode record : records) {
      if (!(record instanceof ObjectNode object)) {
        throw new InvalidEventException(path, "field " + path + " holds what is no object");
      }
      builder.add(source, EventReader.read(object, source.topic().valueType()));
    }
  }

  private static Map<String, HistorySource<?>> sources() {
    Map<String, HistorySource<?>> sources = new LinkedHashMap<>();
    sources.put("bureauCredits", HistorySource.BUREAU_CREDITS);
    sources.put("previousApplications", HistorySource.PREVIOUS_APPLICATIONS);
    sources.put("posCashBalances", HistorySource.POS_CASH_BALANCES);
    sources.put("cardBalances", HistorySource.CARD_BALANCES);
    sources.put("installmentPayments", HistorySource.INSTALLMENT_PAYMENTS);
    return sources;
  }
}
