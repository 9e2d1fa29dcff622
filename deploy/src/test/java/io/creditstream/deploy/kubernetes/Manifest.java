package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One resource of Kubernetes. */
record Manifest(ObjectNode json) {

  String apiVersion() {
    return json.path("apiVersion").asText();
  }

  String kind() {
    return json.path("kind").asText();
  }

  String name() {
    return json.at("/metadata/name").asText();
  }

  /** By what problems and tests name it. */
  String id() {
    return kind() + "/" + name();
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  JsonNode at(String pointer) {
    return json.at(pointer);
  }

  Map<String, String> labels() {
    return texts(at("/metadata/labels"));
  }

  /** What runs pods; empty for a resource that runs none. */
  JsonNode podTemplate() {
    return at(is("CronJob") ? "/spec/jobTemplate/spec/template" : "/spec/template");
  }

  boolean runsPods() {
    return podTemplate().isObject();
  }

  Map<String, String> podLabels() {
    return texts(podTemplate().at("/metadata/labels"));
  }

  List<JsonNode> containers() {
    List<JsonNode> containers = new ArrayList<>();
    podTemplate().at("/spec/initContainers").forEach(containers::add);
    podTemplate().at("/spec/containers").forEach(containers::add);
    return containers;
  }

  Manifest copy() {
    return new Manifest(json.deepCopy());
  }

  /** A map of texts. */
  static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }
}
