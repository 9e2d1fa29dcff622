package io.creditstream.deploy.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the addresses in variables lead to Services and ports that are there. */
final class Addresses {

  /** Addresses with https lie outside of the cluster. */
  private static final Pattern INSIDE =
      Pattern.compile("(?:http://|jdbc:postgresql://|^)([a-z0-9.-]+)(?::(\\d+))?(?:/.*)?$");

  private static final String POSTGRESQL = "5432";

  private final Installation installation;
  private final Problems problems = new Problems();

  private Addresses(Installation installation) {
    this.installation = installation;
  }

  static List<String> problems(Installation installation) {
    Addresses addresses = new Addresses(installation);
    for (Manifest workload : installation.workloads().toList()) {
      workload.containers().forEach(container -> addresses.container(workload, container));
    }
    return addresses.problems.found();
  }

  private void container(Manifest workload, JsonNode container) {
    Map<String, String> variables = Environments.of(workload, container, installation);
    variables.forEach(
        (name, value) -> {
          problems.require(
              !value.contains("$("), workload, name + " names a variable that is not before it");
          if ((name.endsWith("_URL") || name.endsWith("_SERVERS")) && !value.contains("https://")) {
            for (String address : value.split(",")) {
              address(workload, name, address);
            }
          }
        });
    for (JsonNode argument : container.path("args")) {
      problems.require(
          !Environments.expand(argument.asText(), variables).contains("$("),
          workload,
          "an argument names an unknown variable: " + argument.asText());
    }
  }

  private void address(Manifest workload, String name, String address) {
    Matcher matcher = INSIDE.matcher(address);
    if (!matcher.find()) {
      problems.require(false, workload, name + " is no address");
      return;
    }
    String port = matcher.group(2) == null ? POSTGRESQL : matcher.group(2);
    String host = matcher.group(1);
    // A pod under its own name, by its headless Service.
    String service = host.startsWith(workload.name() + "-0.") ? host.split("\\.")[1] : host;
    Set<String> ports = installation.services().getOrDefault(service, Set.of());
    problems.require(
        ports.contains(port), workload, "%s: no Service %s:%s".formatted(name, service, port));
  }
}
