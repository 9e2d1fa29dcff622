package io.creditstream.deploy.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.creditstream.schemas.LoanDecision;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;

/** A release with one more field in each decision, which it fills: made from the one of today. */
final class NextRelease {

  /** The field. */
  static final String ADDED = "addedByTheNextRelease";

  private NextRelease() {}

  /** Compiles the classes that differ, for a class path before those of today. */
  static Path compile(Path directory) throws IOException {
    Path sources = directory.resolve("sources");
    SpecificCompiler compiler = new SpecificCompiler(schema());
    compiler.setStringType(StringType.String);
    compiler.setOutputCharacterEncoding(UTF_8.name());
    compiler.compileToDestination(null, sources.toFile());
    Path decision = sources.resolve(LoanDecision.class.getName().replace('.', '/') + ".java");
    String constructor = "public LoanDecision() {}";
    String text = Files.readString(decision);
    if (!text.contains(constructor)) {
      throw new IllegalStateException("Avro generates another class than expected");
    }
    Files.writeString(decision, text.replace(constructor, constructor + constructorOfToday()));
    return javac(sources, Files.createDirectory(directory.resolve("classes")));
  }

  private static Schema schema() {
    Schema today = LoanDecision.getClassSchema();
    List<Schema.Field> fields = new ArrayList<>();
    today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
    fields.add(new Schema.Field(ADDED, Schema.create(Schema.Type.STRING), "Added.", ""));
    return Schema.createRecord(
        today.getName(), today.getDoc(), today.getNamespace(), false, fields);
  }

  /** What the code of today calls to make a decision; it fills the field. */
  private static String constructorOfToday() {
    Constructor<?> all =
        Arrays.stream(LoanDecision.class.getConstructors())
            .filter(constructor -> constructor.getParameterCount() > 1)
            .findAny()
            .orElseThrow();
    int fields = all.getParameterCount();
    return "\n  public LoanDecision(%s) { this(%s, \"filled\"); }\n"
        .formatted(
            IntStream.range(0, fields)
                .mapToObj(field -> all.getParameterTypes()[field].getTypeName() + " f" + field)
                .collect(joining(", ")),
            IntStream.range(0, fields).mapToObj(field -> "f" + field).collect(joining(", ")));
  }

  private static Path javac(Path sources, Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath()));
    try (Stream<Path> files = Files.walk(sources)) {
      files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IllegalStateException("the next release does not compile");
    }
    return classes;
  }

  /** That of the release of today. */
  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
