package io.creditstream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks refuse: each line breaks one place of a sound installation. */
class BrokenManifestsTest {

  private static final Installation SOUND = Installation.of("production");
  private static final String POD = "/spec/template/spec";
  private static final String CONTAINER = POD + "/containers/0";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // resource | place | new value in YAML, - to remove | what is said of it
        "StatefulSet/scorer | /spec/replica | 3 | Unrecognized field",
        "StatefulSet/scorer | /spec/replicas | three | Integer",
        "StatefulSet/scorer | POD/hostname | 5 | String",
        "Service/scorer | /spec/ports/0/prot | TCP | Unrecognized field",
        "KafkaTopic/credit.applications.v1 | /spec/partition | 12 | Unrecognized field",
        "PrometheusRule/creditstream | /spec/groups/0/rules/0/query | up | Unrecognized field",
        "NetworkPolicy/scorer | /spec/policyType | Ingress | Unrecognized field",
        "StatefulSet/scorer | /kind | StatefulSets | no API that is known",
        "StatefulSet/scorer | /spec/selector | - | required field `selector` is not found",
        "StatefulSet/scorer | CONTAINER/name | - | required field `name` is not found",
        "StatefulSet/scorer | CONTAINER/ports/0/containerPort | - | required field `containerPort`",
        "Service/scorer | /spec/ports/0/port | - | required field `port` is not found",
        "CronJob/publisher | /spec/schedule | - | required field `schedule` is not found",
        "CronJob/publisher | /spec/suspended | true | Unrecognized field",
        "Job/topics | /spec/template | - | required field `template` is not found",
        "KafkaUser/creditstream-scorer | /spec/authorization/acls/0/resource | - | /spec/authorization/acls/0/resource is required",
        "KafkaUser/creditstream-scorer | /spec/authorization/acls | - | /spec/authorization/acls is required",
        "StatefulSet/scorer | CONTAINER/envFrom/0/configMapRef/name | plattform | no ConfigMap plattform",
        "StatefulSet/advisor | CONTAINER/env/0/valueFrom/secretKeyRef/name | none | no Secret none",
        "StatefulSet/advisor | CONTAINER/env/0/valueFrom/secretKeyRef/key | none | has no none",
        "StatefulSet/scorer | POD/volumes/0/configMap/items/0/key | none | has no none",
        "StatefulSet/scorer | POD/serviceAccountName | none | no ServiceAccount none",
        "StatefulSet/scorer | /spec/serviceName | scorer | no headless Service scorer",
        "StatefulSet/scorer | /spec/volumeClaimTemplates | - | no volume state",
        "StatefulSet/scorer | CONTAINER/readinessProbe/httpGet/port | web | unknown port web",
        "StatefulSet/scorer | CONTAINER/readinessProbe/httpGet/path | /health | does not ask /ready",
        "StatefulSet/scorer | CONTAINER/ports/0/name | web | its pods have no port http",
        "StatefulSet/scorer | /spec/template/metadata/labels | {a: b} | does not match its pods",
        "Service/scorer | /spec/selector | {app.kubernetes.io/name: scores} | selects no pods",
        "PodDisruptionBudget/scorer | /spec/selector/matchLabels | {a: b} | selects no pods",
        "NetworkPolicy/scorer | /spec/podSelector/matchLabels | {a: b} | selects no pods",
        "NetworkPolicy/scorer | /spec/ingress/0/ports/0/port | web | no port web",
        "NetworkPolicy/scorer | /spec/ingress/0/from | [] | lets everybody in",
        "NetworkPolicy/nothing-else | /spec/policyTypes | [Ingress] | no NetworkPolicy closes it",
        "ServiceMonitor/creditstream | /spec/selector/matchLabels | {a: b} | selects no Service",
        "ServiceMonitor/creditstream | /spec/endpoints/0/port | web | has no port web",
        "ConfigMap/platform | /data/CREDITSTREAM_BOOTSTRAP_SERVERS | kafka:9092 | no Service kafka:9092",
        "ConfigMap/platform | /data/CREDITSTREAM_PARTITIONS | 12 | String",
        "ConfigMap/platform | /data/CREDITSTREAM_BOOTSTRAP_SERVER | a:1 | did you mean CREDITSTREAM_BOOTSTRAP_SERVERS?",
        "ConfigMap/login | /data/CREDITSTREAM_PUBLIC_URL | - | CREDITSTREAM_PUBLIC_URL is not set",
        "ConfigMap/platform | /data/CREDITSTREAM_PARTITIONS | 'twelve' | CREDITSTREAM_PARTITIONS is not understood",
        "KafkaUser/creditstream-scorer | /spec/authorization/acls/0/hosts | a | Unrecognized field",
        "StatefulSet/scorer | POD/securityContext/runAsNonRoot | false | may run as root",
        "StatefulSet/scorer | POD/securityContext/seccompProfile | - | seccomp",
        "StatefulSet/scorer | CONTAINER/securityContext/readOnlyRootFilesystem | - | root file system",
        "StatefulSet/scorer | CONTAINER/securityContext/capabilities | {add: [ALL]} | capabilities",
        "StatefulSet/scorer | CONTAINER/resources/limits | - | memory",
        "StatefulSet/scorer | CONTAINER/image | example.com/scorer | no tag",
        "StatefulSet/scorer | CONTAINER/image | creditstream/scorer:1 | public registry",
        "StatefulSet/advisor | /spec/replicas | 2 | keeps sessions in the memory of one",
        "Job/topics | CONTAINER/args/1 | --partitions=$(PARTITIONS) | unknown variable",
      })
  void shouldRefuse(String id, String place, String value, String problem) {
    Installation broken = SOUND.copy();
    String pointer = place.replace("CONTAINER", CONTAINER).replace("POD", POD);
    set(broken.get(id).json(), JsonPointer.compile(pointer), value);

    assertThat(Checks.problems(broken)).anySatisfy(found -> assertThat(found).contains(problem));
  }

  private static void set(ObjectNode json, JsonPointer place, String value) {
    JsonNode parent = json.at(place.head());
    String field = place.last().getMatchingProperty();
    JsonNode node = value == null ? null : Yaml.documents("value: " + value).get(0).get("value");
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(field), node);
    } else if (node == null) {
      ((ObjectNode) parent).remove(field);
    } else {
      ((ObjectNode) parent).set(field, node);
    }
  }
}
