package io.creditstream.cluster.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * All schemas with their ids, subjects and versions. A new version must read what all others wrote
 * and be read by them (FULL_TRANSITIVE); nothing is ever removed. Safe for threads.
 */
public final class SchemaStore {

  private final SchemaLog log;
  private final Map<String, List<SchemaVersion>> subjects = new TreeMap<>();
  private final Map<String, Integer> idsBySchema = new HashMap<>();

  public SchemaStore(SchemaLog log) {
    this.log = log;
    log.initial().forEach(this::remember);
  }

  synchronized SortedSet<String> subjects() {
    return new TreeSet<>(subjects.keySet());
  }

  /** The versions of a subject in their order; none if it is unknown. */
  synchronized List<SchemaVersion> versions(String subject) {
    return List.copyOf(subjects.getOrDefault(subject, List.of()));
  }

  /** Every place where a schema is registered, in no order. */
  synchronized List<SchemaVersion> withId(int id) {
    return subjects.values().stream()
        .flatMap(List::stream)
        .filter(version -> version.id() == id)
        .toList();
  }

  synchronized Optional<SchemaVersion> find(String subject, Schema schema) {
    String text = schema.toString();
    return versions(subject).stream().filter(known -> known.schema().equals(text)).findFirst();
  }

  /** Whether a schema reads what versions wrote, and they what it writes. */
  static boolean compatible(Schema schema, List<SchemaVersion> versions) {
    return versions.stream()
        .map(version -> new Schema.Parser().parse(version.schema()))
        .allMatch(other -> reads(schema, other) && reads(other, schema));
  }

  private static boolean reads(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
        == SchemaCompatibilityType.COMPATIBLE;
  }

  /**
   * Adds a schema as the next version of a subject unless it is one of its versions.
   *
   * @throws ApiException if it and one of the versions do not read each other
   * @throws IOException if it cannot be kept
   */
  synchronized SchemaVersion register(String subject, Schema schema) throws IOException {
    Optional<SchemaVersion> known = find(subject, schema);
    if (known.isPresent()) {
      return known.get();
    }
    List<SchemaVersion> versions = versions(subject);
    if (!compatible(schema, versions)) {
      throw ApiException.incompatible(subject);
    }
    String text = schema.toString();
    int id = idsBySchema.getOrDefault(text, idsBySchema.size() + 1);
    SchemaVersion added = new SchemaVersion(subject, versions.size() + 1, id, text);
    log.append(added);
    remember(added);
    return added;
  }

  private void remember(SchemaVersion version) {
    subjects.computeIfAbsent(version.subject(), key -> new ArrayList<>()).add(version);
    idsBySchema.put(version.schema(), version.id());
  }
}
