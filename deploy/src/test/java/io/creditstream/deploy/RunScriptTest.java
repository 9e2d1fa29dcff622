package io.creditstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.deploy.Machine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an image starts its application, without Java. */
class RunScriptTest {

  @TempDir Path root;
  @TempDir Path programs;
  private Machine machine;

  @BeforeEach
  void install() throws Exception {
    Files.copy(ComposeFile.ROOT.resolve("deploy/images/run"), root.resolve("run"));
    machine = new Machine(root, programs);
    machine.install("java", "printf '%s\\n' \"$@\"\n");
  }

  @Test
  void shouldMakeTheDirectoryForTemporaryFilesThatItIsTold() throws Exception {
    Path directory = root.resolve("of-a-volume/tmp");
    machine.install("there", "TMPDIR=" + directory + " exec ./run Main train\n");

    Ended ended = machine.run(programs.resolve("there"));

    assertThat(ended.output().lines())
        .containsSubsequence("-Djava.io.tmpdir=" + directory, "Main", "train");
    assertThat(directory).isDirectory();
  }

  @Test
  void shouldLeaveTemporaryFilesWhereJavaPutsThemOtherwise() throws Exception {
    Ended ended = machine.run(root.resolve("run"), "Main");

    assertThat(ended.output()).endsWith("Main\n").doesNotContain("tmpdir");
  }
}
