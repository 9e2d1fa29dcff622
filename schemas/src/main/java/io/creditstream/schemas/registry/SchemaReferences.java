package io.creditstream.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fetches the schemas that a schema names as its references, each once. */
final class SchemaReferences {

  private final RegistryHttp http;
  private final Set<String> visited = new HashSet<>();
  private final List<String> texts = new ArrayList<>();

  SchemaReferences(RegistryHttp http) {
    this.http = http;
  }

  /** The texts of all referenced schemas, each after those it refers to, then the schema's own. */
  List<String> collect(RegistryAnswer answer) {
    String text = answer.require("schema").asText();
    for (JsonNode reference : answer.body().path("references")) {
      String subject = reference.path("subject").asText();
      String version = reference.path("version").asText();
      if (visited.add(subject + ' ' + version)) {
        collect(http.get("subjects", subject, "versions", version));
      }
    }
    texts.add(text);
    return texts;
  }
}
