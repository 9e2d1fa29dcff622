package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether whatever selects by labels selects something, and reaches a port that is there. */
final class Selectors {

  private final Installation installation;
  private final Problems problems = new Problems();

  private Selectors(Installation installation) {
    this.installation = installation;
  }

  static List<String> problems(Installation installation) {
    Selectors selectors = new Selectors(installation);
    installation.all("Service").forEach(selectors::service);
    installation.all("PodDisruptionBudget").forEach(selectors::budget);
    installation.all("NetworkPolicy").forEach(selectors::policy);
    installation.all("ServiceMonitor").forEach(selectors::monitor);
    return selectors.problems.found();
  }

  private void service(Manifest service) {
    Map<String, String> labels = Manifest.texts(service.at("/spec/selector"));
    requirePods(service, labels);
    for (JsonNode port : service.at("/spec/ports")) {
      requirePort(service, labels, port.path("targetPort").asText());
    }
  }

  private void budget(Manifest budget) {
    requirePods(budget, Manifest.texts(budget.at("/spec/selector/matchLabels")));
  }

  /** Peers in other namespaces and clients are not known here. */
  private void policy(Manifest policy) {
    Map<String, String> own = Manifest.texts(policy.at("/spec/podSelector/matchLabels"));
    requirePods(policy, own);
    for (JsonNode rule : policy.at("/spec/ingress")) {
      rule.path("ports").forEach(port -> requirePort(policy, own, port.path("port").asText()));
    }
    for (JsonNode rule : policy.at("/spec/egress")) {
      for (JsonNode peer : rule.path("to")) {
        JsonNode pods = peer.path("podSelector");
        if (!pods.isMissingNode() && !peer.has("namespaceSelector")) {
          requirePods(policy, Manifest.texts(pods.path("matchLabels")));
        }
      }
    }
  }

  private void monitor(Manifest monitor) {
    Map<String, String> labels = Manifest.texts(monitor.at("/spec/selector/matchLabels"));
    List<Manifest> services =
        installation.all("Service").filter(known -> includes(known.labels(), labels)).toList();
    problems.require(!services.isEmpty(), monitor, "selects no Service");
    for (Manifest service : services) {
      for (JsonNode endpoint : monitor.at("/spec/endpoints")) {
        String port = endpoint.path("port").asText();
        problems.require(
            service.at("/spec/ports").findValuesAsText("name").contains(port),
            monitor,
            "%s has no port %s".formatted(service.id(), port));
      }
    }
  }

  private void requirePods(Manifest manifest, Map<String, String> labels) {
    problems.require(
        !labels.isEmpty() && installation.pods().stream().anyMatch(pod -> includes(pod, labels)),
        manifest,
        "selects no pods by " + labels);
  }

  private void requirePort(Manifest manifest, Map<String, String> labels, String port) {
    Set<String> ports = new HashSet<>();
    installation
        .workloads()
        .filter(workload -> includes(workload.podLabels(), labels))
        .flatMap(workload -> workload.containers().stream())
        .forEach(
            container ->
                container
                    .path("ports")
                    .forEach(
                        known -> {
                          ports.add(known.path("name").asText());
                          ports.add(known.path("containerPort").asText());
                        }));
    problems.require(ports.contains(port), manifest, "its pods have no port " + port);
  }

  static boolean includes(Map<String, String> labels, Map<String, String> wanted) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }
}
