package io.creditstream.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds today's schemas against every released version, in both directions. The folder of the
 * version that is worked on is a copy of today's and freezes when that version is released.
 */
class SchemaCompatibilityTest {

  private static final Path RELEASED = Path.of("src", "test", "resources", "released");
  private static final Path TODAY = Path.of("src", "main", "avro");
  private static final Pattern IN_WORK = Pattern.compile("<version>(.+)-SNAPSHOT</version>");

  static Stream<Path> releasedVersions() throws IOException {
    return Files.list(RELEASED).sorted();
  }

  @Test
  void shouldHoldTodaysSchemasForTheVersionInWork() throws IOException {
    Matcher pom = IN_WORK.matcher(Files.readString(Path.of("..", "pom.xml")));
    assertThat(pom.find()).as("a snapshot version").isTrue();
    Path folder = RELEASED.resolve(pom.group(1));

    assertThat(texts(folder))
        .as("%s is a copy of %s: copy the files that differ", folder, TODAY)
        .isEqualTo(texts(TODAY));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
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
