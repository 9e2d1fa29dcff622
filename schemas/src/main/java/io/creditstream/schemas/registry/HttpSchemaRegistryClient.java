package io.creditstream.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Speaks the Confluent REST API. It neither caches nor waits: {@link CachingSchemaRegistryClient}
 * and {@link WaitingSchemaRegistryClient} add that.
 *
 * <p>Only an answer with one of the API's own error codes blames the schema or the id; every other
 * failure, such as a missing page at a wrong address, is a {@link RegistryUnavailableException}.
 */
public final class HttpSchemaRegistryClient implements SchemaRegistryClient {

  private static final String FULL_TRANSITIVE = "FULL_TRANSITIVE";
  private static final int UNKNOWN_SUBJECT = 40401;
  private static final int UNKNOWN_VERSION = 40402;
  private static final int UNKNOWN_SCHEMA = 40403;

  private final RegistryHttp http;

  public HttpSchemaRegistryClient(RegistryConfig config) {
    this.http = new RegistryHttp(config);
  }

  @Override
  public int register(String subject, Schema schema) {
    RegistryAnswer answer = http.post(body(schema), "subjects", subject, "versions");
    refuse(subject, answer);
    JsonNode id = answer.require("id");
    if (!id.isInt()) {
      throw answer.unusable();
    }
    return id.intValue();
  }

  @Override
  public Schema schemaById(int id) {
    RegistryAnswer answer = http.get("schemas", "ids", Integer.toString(id));
    if (answer.hasError(UNKNOWN_SCHEMA, UNKNOWN_SUBJECT, UNKNOWN_VERSION)) {
      throw new UnknownSchemaException(id, "the schema registry has no schema with id " + id);
    }
    return AvroSchemas.parse(id, new SchemaReferences(http).collect(answer));
  }

  @Override
  public boolean compatible(String subject, Schema schema) {
    RegistryAnswer answer =
        http.post(body(schema), "compatibility", "subjects", subject, "versions", "latest");
    if (answer.hasError(UNKNOWN_SUBJECT, UNKNOWN_VERSION)) {
      return true;
    }
    refuse(subject, answer);
    JsonNode verdict = answer.require("is_compatible");
    if (!verdict.isBoolean()) {
      throw answer.unusable();
    }
    return verdict.booleanValue();
  }

  @Override
  public boolean keepCompatible(String subject) {
    JsonNode wanted = JsonNodeFactory.instance.objectNode().put("compatibility", FULL_TRANSITIVE);
    return http.put(wanted, "config", subject).ok();
  }

  private static void refuse(String subject, RegistryAnswer answer) {
    if ((answer.status() == 409 || answer.status() == 422) && answer.errorCode() > 0) {
      throw new SchemaIncompatibleException(
          "the schema registry refuses the schema for subject "
              + subject
              + " (error code "
              + answer.errorCode()
              + "): release a compatible schema, or a new version of the topic");
    }
  }

  private static JsonNode body(Schema schema) {
    return JsonNodeFactory.instance
        .objectNode()
        .setAll(Map.of("schema", JsonNodeFactory.instance.textNode(AvroSchemas.portable(schema))));
  }
}
