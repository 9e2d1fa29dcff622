package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What every pod has to say of itself: no rights, a root that is not written, memory, probes. */
final class Hardening {

  private final Problems problems = new Problems();

  private Hardening() {}

  static List<String> problems(Installation installation) {
    Hardening hardening = new Hardening();
    installation.workloads().forEach(hardening::workload);
    installation.all("StatefulSet").forEach(set -> hardening.service(set, installation));
    return hardening.problems.found();
  }

  private void workload(Manifest workload) {
    JsonNode pod = workload.podTemplate().path("spec");
    JsonNode context = pod.path("securityContext");
    problems.require(is(context, "/runAsNonRoot"), workload, "may run as root");
    problems.require(
        context.path("runAsUser").asInt() == 10001, workload, "is not the user of the image");
    problems.require(
        context.path("fsGroup").asInt() == 10001, workload, "may not write its volumes");
    problems.require(
        context.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
        workload,
        "has no seccomp profile");
    problems.require(
        pod.path("automountServiceAccountToken").isBoolean()
            && !pod.path("automountServiceAccountToken").asBoolean(),
        workload,
        "gets a token of the API server");
    workload.containers().forEach(container -> container(workload, container));
  }

  private void container(Manifest workload, JsonNode container) {
    JsonNode context = container.path("securityContext");
    problems.require(
        is(context, "/readOnlyRootFilesystem"), workload, "writes its root file system");
    problems.require(
        context.path("allowPrivilegeEscalation").isBoolean()
            && !context.path("allowPrivilegeEscalation").asBoolean(),
        workload,
        "may gain privileges");
    problems.require(
        context.at("/capabilities/drop/0").asText().equals("ALL")
            && !context.path("capabilities").has("add"),
        workload,
        "keeps capabilities");
    JsonNode memory = container.at("/resources/limits/memory");
    problems.require(
        memory.isTextual() && memory.equals(container.at("/resources/requests/memory")),
        workload,
        "does not get all the memory that it may use");
    problems.require(
        container.at("/resources/requests/cpu").isTextual(), workload, "asks for no processor");
    String image = container.path("image").asText();
    problems.require(image.matches(".+:[^:/]+"), workload, "its image has no tag");
    problems.require(
        image.matches("(localhost|[^/]+[.:][^/]+)/.+"),
        workload,
        "its image may come from a public registry");
    problems.require(
        container.path("volumeMounts").findValuesAsText("mountPath").contains("/tmp"),
        workload,
        "has no place for native libraries");
  }

  private void service(Manifest set, Installation installation) {
    for (JsonNode container : set.containers()) {
      probe(set, container, "startupProbe", "/live");
      probe(set, container, "livenessProbe", "/live");
      probe(set, container, "readinessProbe", "/ready");
      problems.require(
          container
              .path("volumeMounts")
              .findValuesAsText("mountPath")
              .contains("/var/lib/creditstream"),
          set,
          "has no place for its state");
    }
    problems.require(
        set.at("/spec/template/spec/topologySpreadConstraints").size() > 0,
        set,
        "may lie on one machine");
    problems.require(
        installation
            .all("PodDisruptionBudget")
            .anyMatch(
                budget ->
                    Selectors.includes(
                        set.podLabels(), Manifest.texts(budget.at("/spec/selector/matchLabels")))),
        set,
        "has no PodDisruptionBudget");
  }

  private void probe(Manifest set, JsonNode container, String probe, String path) {
    problems.require(
        container.path(probe).at("/httpGet/path").asText().equals(path),
        set,
        "%s does not ask %s".formatted(probe, path));
  }

  private static boolean is(JsonNode node, String pointer) {
    return node.at(pointer).isBoolean() && node.at(pointer).asBoolean();
  }
}
