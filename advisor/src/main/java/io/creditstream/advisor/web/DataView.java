package io.creditstream.advisor.web;

import java.util.List;

/**
 * The client's data, as its template reads it.
 *
 * @param sections the application in groups of fields
 * @param history tables of history; empty where the scorer does not answer
 * @param problem why there is no history; empty where there is
 * @param timeline events of the client in the order of time
 */
public record DataView(
    List<Section> sections, List<Table> history, String problem, List<Event> timeline) {

  /** Fields that belong together. */
  public record Section(String title, List<Field> fields) {}

  /** A field with its explanation. */
  public record Field(String name, String value, String meaning) {}

  /** A table of history: its rows, the newest first. */
  public record Table(String title, String note, List<Column> columns, List<List<String>> rows) {}

  /** A column with its explanation. */
  public record Column(String name, String meaning) {}

  /** Something that happened; {@code time} is in milliseconds since 1970 for the drawing. */
  public record Event(String date, long time, String kind, String text) {}
}
