package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All manifests of an overlay, and what is there without them.
 *
 * @param manifests rendered
 * @param requirements the part of requirements.yaml that is the overlay's
 */
record Installation(List<Manifest> manifests, JsonNode requirements) {

  static final Path ROOT = Path.of("kubernetes");

  static Installation of(String overlay) {
    return of(ROOT.resolve("overlays").resolve(overlay), overlay);
  }

  /** Of a directory that needs what one of the overlays does. */
  static Installation of(Path directory, String overlay) {
    return new Installation(
        Kustomization.render(directory),
        Yaml.document(ROOT.resolve("requirements.yaml")).path(overlay));
  }

  Installation copy() {
    return new Installation(
        manifests.stream().map(Manifest::copy).toList(), requirements.deepCopy());
  }

  Stream<Manifest> all(String kind) {
    return manifests.stream().filter(manifest -> manifest.is(kind));
  }

  Stream<Manifest> workloads() {
    return manifests.stream().filter(Manifest::runsPods);
  }

  Manifest get(String id) {
    return manifests.stream()
        .filter(manifest -> manifest.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + id));
  }

  /** Entries of every ConfigMap, of this installation and required. */
  Map<String, Set<String>> configMaps() {
    Map<String, Set<String>> keys = keys(requirements.path("configMaps"));
    all("ConfigMap").forEach(map -> keys.put(map.name(), Manifest.texts(map.at("/data")).keySet()));
    return keys;
  }

  /** Entries of every Secret; Strimzi makes one for each user. */
  Map<String, Set<String>> secrets() {
    Map<String, Set<String>> keys = keys(requirements.path("secrets"));
    all("KafkaUser").forEach(user -> keys.put(user.name(), Set.of("user.crt", "user.key")));
    return keys;
  }

  /** Ports of every Service, of this installation and required. */
  Map<String, Set<String>> services() {
    Map<String, Set<String>> ports = keys(requirements.path("services"));
    all("Service")
        .forEach(
            service -> {
              Set<String> own = new HashSet<>();
              service.at("/spec/ports").forEach(port -> own.add(port.path("port").asText()));
              ports.put(service.name(), own);
            });
    return ports;
  }

  /** Labels of all pods, of this installation and required. */
  List<Map<String, String>> pods() {
    Stream<Map<String, String>> own = workloads().map(Manifest::podLabels);
    Stream<Map<String, String>> required =
        requirements.path("pods").valueStream().map(Manifest::texts);
    return Stream.concat(own, required).toList();
  }

  private static Map<String, Set<String>> keys(JsonNode node) {
    Map<String, Set<String>> keys = new HashMap<>();
    node.properties()
        .forEach(
            entry -> {
              Set<String> values = new HashSet<>();
              entry.getValue().forEach(value -> values.add(value.asText()));
              keys.put(entry.getKey(), values);
            });
    return keys;
  }
}
