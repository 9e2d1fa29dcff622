package io.creditstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds today's schemas against every released version, in both directions. */
class SchemaCompatibilityTest {

  private static final Path RELEASED = Path.of("src", "test", "resources", "released");

  static Stream<Path> releasedVersions() throws IOException {
    return Files.list(RELEASED).sorted();
  }

  @ParameterizedTest
  @MethodSource("releasedVersions")
  void shouldReadWhatReleasedVersionsWrote(Path version) {
    for (Topic<?> topic : topicsOf(version)) {
      assertThat(compatibility(today(topic), released(version, topic)))
          .as("today's %s reads that of %s", topic.valueType().getSimpleName(), version)
          .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  @ParameterizedTest
  @MethodSource("releasedVersions")
  void shouldBeReadableByReleasedVersions(Path version) {
    for (Topic<?> topic : topicsOf(version)) {
      assertThat(compatibility(released(version, topic), today(topic)))
          .as("%s reads today's %s", version, topic.valueType().getSimpleName())
          .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
  }

  /** A topic that came later has nothing to be compatible with. */
  private static List<Topic<?>> topicsOf(Path version) {
    return Topics.all().stream().filter(topic -> Files.exists(file(version, topic))).toList();
  }

  private static Path file(Path version, Topic<?> topic) {
    return version.resolve(topic.valueType().getSimpleName() + ".avsc");
  }

  private static SchemaCompatibilityType compatibility(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  private static Schema today(Topic<?> topic) {
    return SpecificData.get().getSchema(topic.valueType());
  }

  private static Schema released(Path version, Topic<?> topic) {
    SchemaParser parser = new SchemaParser();
    // DecisionReview and RescoreRequest name types that these define.
    for (String name :
        List.of("LoanDecision", "LoanApplication", topic.valueType().getSimpleName())) {
      try {
        parser.parse(version.resolve(name + ".avsc"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return parser.getParsedNamedSchemas().stream()
        .filter(schema -> schema.getName().equals(topic.valueType().getSimpleName()))
        .findFirst()
        .orElseThrow();
  }
}
