package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.deploy.Machine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of a newcomer, on a machine without Java. */
class LauncherTest {

  @TempDir Path root;
  @TempDir Path programs;

  @Test
  void shouldTellWhoIsNotRootACommandThatWorksOnABareMachine() throws Exception {
    Files.copy(ComposeFile.ROOT.resolve("creditstream"), root.resolve("creditstream"));
    Machine machine = new Machine(root, programs);
    machine.install("apt-get", "exit 1\n");
    machine.install("id", "echo 1000\n");

    Ended ended = machine.run(root.resolve("creditstream"), "help");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.errors())
        .startsWith("creditstream: run once: sudo apt-get update && sudo apt-get install -y ")
        .contains("default-jdk-headless maven")
        .containsOnlyOnce("\n");
  }
}
