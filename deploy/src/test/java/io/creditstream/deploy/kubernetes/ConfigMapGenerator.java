package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * ConfigMaps from files, one entry a file or one a line of a file of variables, and from literals.
 */
record ConfigMapGenerator(Path directory, JsonNode options) {

  private static final Set<String> FIELDS = Set.of("name", "behavior", "envs", "files", "literals");

  void generate(JsonNode entry, List<Manifest> manifests) {
    entry
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalStateException(directory + " uses " + field + ": teach it here");
              }
            });
    String name = entry.path("name").asText();
    ObjectNode data =
        entry.path("behavior").asText().equals("merge")
            ? (ObjectNode) find(name, manifests).at("/data")
            : create(name, manifests);
    for (JsonNode envs : entry.path("envs")) {
      Kustomization.read(directory.resolve(envs.asText()))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> put(line, data));
    }
    entry.path("literals").forEach(literal -> put(literal.asText(), data));
    for (JsonNode file : entry.path("files")) {
      Path path = directory.resolve(file.asText());
      data.put(path.getFileName().toString(), Kustomization.read(path));
    }
  }

  private static void put(String assignment, ObjectNode data) {
    String[] pair = assignment.split("=", 2);
    data.put(pair[0], pair[1]);
  }

  private static Manifest find(String name, List<Manifest> manifests) {
    return manifests.stream()
        .filter(manifest -> manifest.id().equals("ConfigMap/" + name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no ConfigMap " + name + " to merge into"));
  }

  private ObjectNode create(String name, List<Manifest> manifests) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("apiVersion", "v1").put("kind", "ConfigMap");
    ObjectNode metadata = json.putObject("metadata").put("name", name);
    if (options.has("labels")) {
      metadata.set("labels", options.get("labels"));
    }
    manifests.add(new Manifest(json));
    return json.putObject("data");
  }
}
