package io.creditstream.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Schemas as the texts that a registry keeps. */
final class AvroSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA_STRING = "avro.java.string";

  private AvroSchemas() {}

  /**
   * The text of a schema for clients in any language: without the property by which generated
   * classes ask for Java strings.
   */
  static String portable(Schema schema) {
    try {
      JsonNode tree = JSON.readTree(schema.toString());
      stripJavaStrings(tree);
      return new Schema.Parser().parse(JSON.writeValueAsString(tree)).toString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("schema " + schema.getName() + " is not valid JSON", e);
    }
  }

  /**
   * Parses what the registry keeps under an id.
   *
   * @param texts the texts it refers to, then its own
   * @throws UnknownSchemaException if they are no Avro schemas
   */
  static Schema parse(int id, List<String> texts) {
    try {
      Schema.Parser parser = new Schema.Parser();
      Schema schema = null;
      for (String text : texts) {
        schema = parser.parse(text);
      }
      if (schema != null) {
        return schema;
      }
    } catch (AvroRuntimeException | StackOverflowError e) {
      // Falls through: the text is foreign, its content says nothing that may be shown.
    }
    throw new UnknownSchemaException(id, "the schema with id " + id + " is no valid Avro schema");
  }

  private static void stripJavaStrings(JsonNode node) {
    if (node instanceof ObjectNode object && !object.path("type").asText().equals("record")) {
      object.remove(JAVA_STRING);
    }
    node.forEach(AvroSchemas::stripJavaStrings);
  }
}
