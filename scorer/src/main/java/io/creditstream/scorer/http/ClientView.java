package io.creditstream.scorer.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.service.json.EventJson;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;

/** The stored history of a client as JSON. */
final class ClientView {

  private ClientView() {}

  static void write(ObjectNode body, ClientHistory history) {
    ObjectNode sources = body.putObject(InlineHistory.MEMBER);
    write(sources, "bureauCredits", history.bureauCredits());
    write(sources, "previousApplications", history.previousApplications());
    write(sources, "posCashBalances", history.posCashBalances());
    write(sources, "cardBalances", history.cardBalances());
    write(sources, "installmentPayments", history.installmentPayments());
    ArrayNode missing = body.putArray("missingSources");
    history.missingSources().stream().map(HistorySource::toString).forEach(missing::add);
  }

  private static void write(
      ObjectNode sources, String name, List<? extends IndexedRecord> records) {
    ArrayNode array = sources.putArray(name);
    records.forEach(record -> array.add(EventJson.tree(record)));
  }
}
