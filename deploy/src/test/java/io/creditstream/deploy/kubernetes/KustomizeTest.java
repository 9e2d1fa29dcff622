package io.creditstream.deploy.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.deploy.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What these tests make of an overlay beside what Kustomize makes of it, where that is there. */
class KustomizeTest {

  private static final String HASH = "-[bcdfghkmt2456789]{10}\\b";

  @ParameterizedTest
  @ValueSource(strings = {"trial", "production"})
  void shouldBeRenderedAsKustomizeDoes(String overlay) {
    assertRenderedAsKustomizeDoes(Installation.ROOT.resolve("overlays").resolve(overlay));
  }

  @Test
  void shouldRenderTheOverlayOfTheReadmeAsKustomizeDoes(@TempDir Path directory)
      throws IOException {
    assertRenderedAsKustomizeDoes(OverlayOfReadme.write(directory));
  }

  private static void assertRenderedAsKustomizeDoes(Path directory) {
    assumeTrue(
        kubectl("version", "--client").contains("Version: v5."), "no kubectl with Kustomize 5");
    String rendered = kubectl("kustomize", directory.toString());
    Map<String, String> expected = normal(Yaml.documents(rendered.replaceAll(HASH, "")));
    Map<String, String> own =
        normal(Kustomization.render(directory).stream().map(Manifest::json).toList());

    assertThat(own).containsOnlyKeys(expected.keySet());
    expected.forEach((id, json) -> assertThat(own.get(id)).as(id).isEqualTo(json));
  }

  /** What kubectl prints; nothing where there is none. */
  private static String kubectl(String... arguments) {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(arguments));
    try {
      return new String(Programs.run(new byte[0], command), UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Order matters neither to resources nor, in what is merged, to lists. */
  private static Map<String, String> normal(List<ObjectNode> documents) {
    return documents.stream()
        .collect(
            Collectors.toMap(
                json -> new Manifest(json).id(), json -> normal(json).toPrettyString()));
  }

  private static JsonNode normal(JsonNode node) {
    if (node instanceof ArrayNode list) {
      List<JsonNode> items = new ArrayList<>();
      list.forEach(item -> items.add(normal(item)));
      items.sort(Comparator.comparing(JsonNode::toString));
      return JsonNodeFactory.instance.arrayNode().addAll(items);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> copy.set(entry.getKey(), normal(entry.getValue())));
      return copy;
    }
    // Kustomize breaks folded texts once more.
    return node.isTextual()
        ? JsonNodeFactory.instance.textNode(node.asText().replace("\n\n", "\n"))
        : node;
  }
}
