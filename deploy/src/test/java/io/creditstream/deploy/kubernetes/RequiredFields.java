package io.creditstream.deploy.kubernetes;

import static java.util.Map.entry;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Holds manifests to what their APIs require beyond types: those of Kubernetes by the checks that
 * its Java client has from the OpenAPI document, those of Strimzi by what its classes declare.
 */
final class RequiredFields {

  /** Fails for a document that the API refuses. */
  @FunctionalInterface
  private interface Check {
    void accept(JsonElement json) throws IOException;
  }

  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          entry("v1/ConfigMap", V1ConfigMap::validateJsonElement),
          entry("v1/Service", V1Service::validateJsonElement),
          entry("v1/ServiceAccount", V1ServiceAccount::validateJsonElement),
          entry("apps/v1/StatefulSet", V1StatefulSet::validateJsonElement),
          entry("batch/v1/Job", V1Job::validateJsonElement),
          entry("batch/v1/CronJob", V1CronJob::validateJsonElement),
          entry("networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement),
          entry("policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement));

  private static final Map<String, Class<?>> DECLARED =
      Map.of(
          "kafka.strimzi.io/v1/KafkaTopic",
          KafkaTopic.class,
          "kafka.strimzi.io/v1/KafkaUser",
          KafkaUser.class);

  private RequiredFields() {}

  static List<String> problems(Manifest manifest) {
    String api = manifest.apiVersion() + "/" + manifest.kind();
    Check check = CHECKS.get(api);
    if (check != null) {
      return checked(manifest, check);
    }
    Class<?> declared = DECLARED.get(api);
    return declared == null ? List.of() : DeclaredFields.problems(manifest, declared);
  }

  private static List<String> checked(Manifest manifest, Check check) {
    try {
      check.accept(JsonParser.parseString(manifest.json().toString()));
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("%s: %s".formatted(manifest.id(), e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("a check that reads nothing failed", e);
    }
  }
}
