package io.creditstream.service.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.registry.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The changelogs of an application with one partition, and the schemas of its registry, as a
 * release wrote them. As text: a line {@code schema JSON} a schema, in the order of the ids, then a
 * line {@code STORE KEY VALUE} an entry, in Base64.
 */
public record RecordedState(List<Schema> schemas, List<Entry> entries) {

  /** With {@code -Dcreditstream.write=true} recordings are made anew. */
  private static final boolean WRITE = Boolean.getBoolean("creditstream.write");

  private static final String SCHEMA = "schema ";

  /** What a store holds under a key, both in Base64. */
  public record Entry(String store, String key, String value) {}

  /** What a file holds. */
  public static RecordedState read(Path file) {
    List<Schema> schemas = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith(SCHEMA)) {
          schemas.add(new Schema.Parser().parse(line.substring(SCHEMA.length())));
        } else {
          String[] parts = line.split(" ");
          entries.add(new Entry(parts[0], parts[1], parts[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RecordedState(schemas, entries);
  }

  /** Fails unless the stores hold what a file holds, byte for byte. */
  public void assertSameAs(Path file) {
    if (WRITE) {
      write(file);
    }
    assertThat(entries)
        .as(
            "what the stores hold has changed: give the format a new version and go on reading the"
                + " old one, see docs/upgrading.md")
        .isEqualTo(read(file).entries);
  }

  private void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link #read} takes it. */
  private String text() {
    Stream<String> first = schemas.stream().map(schema -> SCHEMA + schema);
    Stream<String> then =
        entries.stream().map(entry -> entry.store + " " + entry.key + " " + entry.value);
    return Stream.concat(first, then).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Registers the schemas, under subjects of their own, so that they have the ids of then. */
  public void registerSchemas(SchemaRegistryClient registry) {
    for (int i = 0; i < schemas.size(); i++) {
      int id = registry.register("recorded-" + i, schemas.get(i));
      if (id != i + 1) {
        throw new IllegalStateException("schema %d has id %d".formatted(i + 1, id));
      }
    }
  }

  /** The topic that an application keeps a store on. */
  static String changelog(String application, String store) {
    return application + "-" + store + "-changelog";
  }
}
