package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Whether the network policies keep everybody away who is not named: every pod is closed both ways
 * by a policy that allows nothing, and no rule lets all pods in.
 */
final class Exposure {

  private Exposure() {}

  static List<String> problems(Installation installation) {
    Problems problems = new Problems();
    for (Manifest workload : installation.workloads().toList()) {
      problems.require(
          installation
              .all("NetworkPolicy")
              .anyMatch(policy -> closes(policy) && selects(policy, workload)),
          workload,
          "no NetworkPolicy closes it");
    }
    for (Manifest policy : installation.all("NetworkPolicy").toList()) {
      for (JsonNode rule : policy.at("/spec/ingress")) {
        problems.require(
            rule.path("from").size() > 0 && rule.path("ports").size() > 0,
            policy,
            "lets everybody in");
        for (JsonNode peer : rule.path("from")) {
          problems.require(
              peer.findValues("matchLabels").stream().anyMatch(labels -> !labels.isEmpty()),
              policy,
              "lets everybody in");
        }
      }
    }
    return problems.found();
  }

  private static boolean closes(Manifest policy) {
    return policy.at("/spec/policyTypes").size() == 2
        && !policy.at("/spec").has("ingress")
        && !policy.at("/spec").has("egress");
  }

  private static boolean selects(Manifest policy, Manifest workload) {
    Map<String, String> labels = Manifest.texts(policy.at("/spec/podSelector/matchLabels"));
    return Selectors.includes(workload.podLabels(), labels);
  }
}
