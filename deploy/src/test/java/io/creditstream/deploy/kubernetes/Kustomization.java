package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code kubectl kustomize} makes of a directory, as far as the manifests use it; a field that
 * is not understood here is refused. Names of generated ConfigMaps have no hash. {@link
 * KustomizeTest} holds it against the real one.
 */
final class Kustomization {

  private static final Set<String> FIELDS =
      Set.of(
          "apiVersion",
          "kind",
          "namespace",
          "resources",
          "components",
          "patches",
          "configMapGenerator",
          "generatorOptions",
          "replicas",
          "images");

  private final Path directory;
  private final ObjectNode fields;

  private Kustomization(Path directory) {
    this.directory = directory;
    this.fields = Yaml.document(directory.resolve("kustomization.yaml"));
    fields
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw new IllegalStateException(directory + " uses " + field + ": teach it here");
              }
            });
  }

  static List<Manifest> render(Path directory) {
    List<Manifest> manifests = new ArrayList<>();
    new Kustomization(directory).renderInto(manifests);
    return manifests;
  }

  private void renderInto(List<Manifest> manifests) {
    for (JsonNode resource : fields.path("resources")) {
      Path path = directory.resolve(resource.asText()).normalize();
      if (Files.isDirectory(path)) {
        manifests.addAll(render(path));
      } else {
        Yaml.documents(path).forEach(json -> manifests.add(new Manifest(json)));
      }
    }
    for (JsonNode component : fields.path("components")) {
      new Kustomization(directory.resolve(component.asText()).normalize()).renderInto(manifests);
    }
    ConfigMapGenerator generator =
        new ConfigMapGenerator(directory, fields.path("generatorOptions"));
    fields.path("configMapGenerator").forEach(entry -> generator.generate(entry, manifests));
    for (JsonNode patch : fields.path("patches")) {
      ObjectNode wanted =
          patch.has("patch")
              ? Yaml.documents(patch.path("patch").asText()).get(0)
              : Yaml.document(directory.resolve(patch.path("path").asText()));
      patch(wanted, manifests);
    }
    manifests.forEach(this::transform);
  }

  private static void patch(ObjectNode patch, List<Manifest> manifests) {
    Manifest wanted = new Manifest(patch);
    Manifest target =
        manifests.stream()
            .filter(manifest -> manifest.id().equals(wanted.id()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(wanted.id() + " is patched, not there"));
    StrategicMerge.apply(target.json(), patch);
  }

  private void transform(Manifest manifest) {
    if (fields.has("namespace")) {
      ((ObjectNode) manifest.at("/metadata")).set("namespace", fields.get("namespace"));
    }
    for (JsonNode replicas : fields.path("replicas")) {
      if (manifest.at("/spec/replicas").isInt()
          && manifest.name().equals(replicas.path("name").asText())) {
        ((ObjectNode) manifest.at("/spec")).set("replicas", replicas.get("count"));
      }
    }
    for (JsonNode image : fields.path("images")) {
      manifest.containers().forEach(container -> rename((ObjectNode) container, image));
    }
  }

  private static void rename(ObjectNode container, JsonNode image) {
    String name = image.path("name").asText();
    String present = container.path("image").asText().replaceFirst(":[^:/]+$", "");
    if (present.equals(name)) {
      container.put(
          "image", image.path("newName").asText(name) + ":" + image.path("newTag").asText());
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
