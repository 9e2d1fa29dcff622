package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.web.DataView.Column;
import io.creditstream.advisor.web.DataView.Event;
import io.creditstream.advisor.web.DataView.Field;
import io.creditstream.advisor.web.DataView.Section;
import io.creditstream.advisor.web.DataView.Table;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.LoanApplication;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** Puts the client's application and history in tables. */
final class DataViews {

  private static final int MOST_ROWS = 60;
  private static final int MOST_PAYMENTS = 100;
  private static final String OPEN = "9999";

  private DataViews() {}

  /** The application in groups; empty where it is not known. */
  static List<Section> sections(ObjectNode application, Wording wording) {
    FieldWords words = new FieldWords(wording);
    Map<String, List<Field>> groups = new LinkedHashMap<>();
    for (String group : FieldGroups.ALL) {
      groups.put(group, new ArrayList<>());
    }
    for (Schema.Field field : LoanApplication.getClassSchema().getFields()) {
      groups
          .getOrDefault(FieldGroups.of(field.name()), new ArrayList<>())
          .add(
              new Field(
                  words.name(field),
                  words.value(field, application.path(field.name())),
                  words.meaning(field)));
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(
            group ->
                new Section(wording.messages().text("group." + group.getKey()), group.getValue()))
        .toList();
  }

  /** The tables of history. */
  static List<Table> tables(ObjectNode client, Wording wording) {
    List<Table> tables = new ArrayList<>();
    for (HistoryTable table : HistoryTable.values()) {
      tables.add(table(table, client.path("history").path(table.member()), wording));
    }
    return tables;
  }

  private static Table table(HistoryTable table, JsonNode records, Wording wording) {
    FieldWords words = new FieldWords(wording);
    List<Schema.Field> fields = table.fields();
    List<JsonNode> newest = newest(records, table.order());
    List<List<String>> rows =
        newest.stream()
            .limit(MOST_ROWS)
            .map(
                record ->
                    fields.stream()
                        .map(field -> words.value(field, record.path(field.name())))
                        .toList())
            .toList();
    String count = wording.formats().whole(newest.size());
    String note =
        newest.size() > MOST_ROWS
            ? wording.messages().text("data.some", wording.formats().whole(MOST_ROWS), count)
            : wording.counted("data.all", newest.size(), count);
    return new Table(
        wording.messages().text("history." + table.member()),
        note,
        fields.stream().map(field -> new Column(words.name(field), words.meaning(field))).toList(),
        rows);
  }

  private static List<JsonNode> newest(JsonNode records, String order) {
    List<JsonNode> newest = new ArrayList<>();
    records.forEach(newest::add);
    newest.sort(Comparator.comparing((JsonNode record) -> record.path(order).asText()).reversed());
    return newest;
  }

  /** When credits elsewhere and earlier applications began, and instalments were paid. */
  static List<Event> timeline(ObjectNode client, Wording wording) {
    List<Event> events = new ArrayList<>();
    for (JsonNode credit : client.path("history").path("bureauCredits")) {
      add(events, credit, "appliedOn", "bureau", "creditType", "amtCreditSum", wording);
    }
    for (JsonNode previous : client.path("history").path("previousApplications")) {
      add(events, previous, "decidedOn", "previous", "nameContractStatus", "amtCredit", wording);
    }
    newest(client.path("history").path("installmentPayments"), "paidOn").stream()
        .limit(MOST_PAYMENTS)
        .forEach(payment -> addPayment(events, payment, wording));
    events.sort(Comparator.comparingLong(Event::time));
    return events;
  }

  private static void add(
      List<Event> events,
      JsonNode record,
      String date,
      String kind,
      String what,
      String amount,
      Wording wording) {
    Optional<LocalDate> day = day(record, date);
    if (day.isEmpty()) {
      return;
    }
    String text =
        wording.features().level(record.path(what).asText(""))
            + (record.path(amount).isNumber() ? ", " + amount(record, amount, wording) : "");
    events.add(event(day.get(), kind, text, wording));
  }

  private static void addPayment(List<Event> events, JsonNode payment, Wording wording) {
    Optional<LocalDate> due = day(payment, "dueOn");
    Optional<LocalDate> paid = day(payment, "paidOn");
    if (due.isEmpty() || paid.isEmpty()) {
      return;
    }
    long late = ChronoUnit.DAYS.between(due.get(), paid.get());
    String amount = amount(payment, "amtPayment", wording);
    events.add(
        late > 0
            ? event(
                paid.get(),
                "late",
                wording.counted("timeline.days", late, wording.formats().whole(late), amount),
                wording)
            : event(paid.get(), "punctual", amount, wording));
  }

  private static Event event(LocalDate day, String kind, String text, Wording wording) {
    return new Event(
        wording.formats().date(day),
        day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
        wording.messages().text("timeline." + kind),
        text);
  }

  private static Optional<LocalDate> day(JsonNode record, String date) {
    String on = record.path(date).asText("");
    return record.path(date).isTextual() && !on.startsWith(OPEN)
        ? Optional.of(LocalDate.parse(on))
        : Optional.empty();
  }

  private static String amount(JsonNode record, String field, Wording wording) {
    return record.path(field).isNumber()
        ? wording.formats().number(record.path(field).doubleValue(), 0)
        : wording.messages().text("value.missing");
  }
}
