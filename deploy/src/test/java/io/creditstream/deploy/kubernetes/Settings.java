package io.creditstream.deploy.kubernetes;

import io.creditstream.advisor.AdvisorSettings;
import io.creditstream.drift.DriftMonitorSettings;
import io.creditstream.scorer.ScorerSettings;
import io.creditstream.service.config.Configuration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the applications take the variables that they are given. */
final class Settings {

  private static final Path DOCKERFILE = Path.of("images/Dockerfile");
  private static final Pattern VARIABLE = Pattern.compile("(CREDITSTREAM_[A-Z_]+)=(\\S+)");
  private static final String MODEL_KEYS = "CREDITSTREAM_MODEL_PUBLIC_KEY";

  /** A key for a file that is there on a cluster alone. */
  private static final Path KEY = Path.of("src/test/resources/key.pub.pem");

  private Settings() {}

  static List<String> problems(Installation installation) {
    Problems problems = new Problems();
    for (Manifest workload : installation.workloads().toList()) {
      Map<String, String> variables = imageVariables(workload.name());
      variables.putAll(Environments.of(workload, workload.containers().get(0), installation));
      variables.computeIfPresent(MODEL_KEYS, (name, file) -> KEY.toString());
      try {
        read(workload.name(), variables);
      } catch (IllegalArgumentException e) {
        problems.require(false, workload, String.valueOf(e.getMessage()));
      }
    }
    return problems.found();
  }

  private static void read(String application, Map<String, String> variables) {
    switch (application) {
      case "scorer" ->
          ScorerSettings.read(Configuration.ofEnvironment(ScorerSettings.all(), variables));
      // Commands, which pass over what they do not need.
      case "topics", "publisher" -> Configuration.ofEnvironment(ScorerSettings.all(), variables);
      case "drift-monitor" ->
          DriftMonitorSettings.read(
              Configuration.ofEnvironment(DriftMonitorSettings.all(), variables));
      case "advisor" ->
          AdvisorSettings.read(Configuration.ofEnvironment(AdvisorSettings.all(), variables));
      default -> throw new IllegalArgumentException("no application " + application);
    }
  }

  /** Those of the common stage and of its own. */
  private static Map<String, String> imageVariables(String application) {
    Map<String, String> variables = new HashMap<>();
    for (String stage : Kustomization.read(DOCKERFILE).split("\nFROM ")) {
      if (stage.startsWith("base AS app") || stage.startsWith("app AS " + application)) {
        Matcher matcher = VARIABLE.matcher(stage);
        while (matcher.find()) {
          variables.put(matcher.group(1), matcher.group(2));
        }
      }
    }
    return variables;
  }
}
