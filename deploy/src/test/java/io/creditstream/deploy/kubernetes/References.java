package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether whatever a manifest names is there: ConfigMaps, Secrets and their keys, ports, volumes.
 */
final class References {

  private final Installation installation;
  private final Problems problems = new Problems();

  private References(Installation installation) {
    this.installation = installation;
  }

  static List<String> problems(Installation installation) {
    References references = new References(installation);
    installation.workloads().forEach(references::workload);
    return references.problems.found();
  }

  private void workload(Manifest workload) {
    JsonNode pod = workload.podTemplate().path("spec");
    String account = pod.path("serviceAccountName").asText();
    problems.require(
        installation.all("ServiceAccount").anyMatch(known -> known.name().equals(account)),
        workload,
        "no ServiceAccount " + account);
    Set<String> volumes = new HashSet<>();
    for (JsonNode claim : workload.at("/spec/volumeClaimTemplates")) {
      volumes.add(claim.at("/metadata/name").asText());
    }
    for (JsonNode volume : pod.path("volumes")) {
      volumes.add(volume.path("name").asText());
      items(workload, "ConfigMap", volume.path("configMap"), "name");
      items(workload, "Secret", volume.path("secret"), "secretName");
    }
    workload.containers().forEach(container -> container(workload, container, volumes));
    Map<String, String> selected = Manifest.texts(workload.at("/spec/selector/matchLabels"));
    problems.require(
        workload.podLabels().entrySet().containsAll(selected.entrySet()),
        workload,
        "its selector does not match its pods");
    if (workload.is("StatefulSet")) {
      String service = workload.at("/spec/serviceName").asText();
      problems.require(
          installation
              .all("Service")
              .filter(known -> known.name().equals(service))
              .anyMatch(known -> known.at("/spec/clusterIP").asText().equals("None")),
          workload,
          "no headless Service " + service);
    }
  }

  private void container(Manifest workload, JsonNode container, Set<String> volumes) {
    for (JsonNode mount : container.path("volumeMounts")) {
      String volume = mount.path("name").asText();
      problems.require(volumes.contains(volume), workload, "no volume " + volume);
    }
    for (JsonNode from : container.path("envFrom")) {
      key(workload, "ConfigMap", from.path("configMapRef"), null);
      key(workload, "Secret", from.path("secretRef"), null);
    }
    for (JsonNode variable : container.path("env")) {
      JsonNode from = variable.path("valueFrom");
      key(workload, "ConfigMap", from.path("configMapKeyRef"), "key");
      key(workload, "Secret", from.path("secretKeyRef"), "key");
    }
    Set<String> ports = new HashSet<>();
    container.path("ports").forEach(port -> ports.add(port.path("name").asText()));
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      JsonNode port = container.path(probe).at("/httpGet/port");
      problems.require(
          port.isMissingNode() || ports.contains(port.asText()),
          workload,
          probe + " asks an unknown port " + port.asText());
    }
  }

  private void items(Manifest workload, String kind, JsonNode source, String nameField) {
    String name = source.path(nameField).asText();
    if (source.isMissingNode() || !known(workload, kind, name)) {
      return;
    }
    for (JsonNode item : source.path("items")) {
      key(workload, kind, name, item.path("key").asText());
    }
  }

  private void key(Manifest workload, String kind, JsonNode reference, String keyField) {
    String name = reference.path("name").asText();
    if (reference.isMissingNode() || !known(workload, kind, name)) {
      return;
    }
    if (keyField != null) {
      key(workload, kind, name, reference.path(keyField).asText());
    }
  }

  private void key(Manifest workload, String kind, String name, String key) {
    problems.require(
        keysOf(kind).get(name).contains(key),
        workload,
        "%s %s has no %s".formatted(kind, name, key));
  }

  private boolean known(Manifest workload, String kind, String name) {
    boolean known = keysOf(kind).containsKey(name);
    problems.require(known, workload, "no %s %s".formatted(kind, name));
    return known;
  }

  private Map<String, Set<String>> keysOf(String kind) {
    return kind.equals("Secret") ? installation.secrets() : installation.configMaps();
  }
}
