package io.creditstream.cluster.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The body of a request that carries a schema or a level of compatibility. */
final class SchemaRequest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaRequest() {}

  /**
   * The schema of a body.
   *
   * @throws ApiException if the body is not JSON or its schema is not a whole Avro schema
   */
  static Schema parse(byte[] body) {
    JsonNode request = json(body);
    if (!request.path("schemaType").asText("AVRO").equals("AVRO")) {
      throw ApiException.invalidSchema("only AVRO schemas are kept here");
    }
    if (!request.path("references").isEmpty()) {
      throw ApiException.invalidSchema("references are not supported, send the whole schema");
    }
    if (!request.path("schema").isTextual()) {
      throw ApiException.invalidSchema("the field 'schema' must be a text");
    }
    try {
      return new Schema.Parser().parse(request.path("schema").asText());
    } catch (AvroRuntimeException | StackOverflowError e) {
      throw ApiException.invalidSchema("it is no Avro schema");
    }
  }

  /**
   * The level of a body that asks for one; empty if there is none.
   *
   * @throws ApiException if the body is not JSON
   */
  static String compatibility(byte[] body) {
    return json(body).path("compatibility").asText();
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw ApiException.invalidSchema("the request is not JSON");
    }
  }
}
