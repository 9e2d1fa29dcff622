package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on files in the Kaggle layout. */
class StandaloneFilesIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLIENTS = 150;
  private static final int APPLICATIONS = 250;

  @TempDir Path directory;

  @Test
  void shouldDecideClientsWhoApplyAgainLaterOnTheSameHistory() throws IOException {
    String files = directory.resolve("files").toString();
    Cli.run("population", "--out", files, "--train", "900", "--test", Integer.toString(CLIENTS));

    // Ten days a window put days between the two applications of a client; at this rate the history
    // of the second one is published after the first one was decided.
    Cli run =
        Cli.run(
            "standalone",
            "--data",
            files,
            "--data-dir",
            directory.resolve("data").toString(),
            "--applications",
            Integer.toString(APPLICATIONS),
            "--window",
            "PT240H",
            "--rate",
            "100",
            "--port-base",
            "0",
            "--summary",
            directory.resolve("summary.json").toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode summary = JSON.readTree(Files.readString(directory.resolve("summary.json")));
    assertThat(summary.get("decisions").asInt()).isEqualTo(APPLICATIONS);
    Map<String, JsonNode> decisions = decisions();
    int again = 0;
    for (Map.Entry<String, JsonNode> decision : decisions.entrySet()) {
      if (decision.getKey().endsWith("-2")) {
        JsonNode first = decisions.get(decision.getKey().replace("-2", ""));
        assertThat(decision.getValue().get("features")).isEqualTo(first.get("features"));
        assertThat(decision.getValue().get("submittedAt")).isNotEqualTo(first.get("submittedAt"));
        again++;
      }
    }
    assertThat(again).isEqualTo(APPLICATIONS - CLIENTS);
  }

  private Map<String, JsonNode> decisions() throws IOException {
    Cli cli =
        Cli.run("decisions", "--max", "1000", "--data-dir", directory.resolve("data").toString());
    Map<String, JsonNode> decisions = new HashMap<>();
    for (String line : cli.out().lines().toList()) {
      JsonNode decision = JSON.readTree(line);
      decisions.put(decision.get("applicationId").asText(), decision);
    }
    return decisions;
  }
}
