package io.creditstream.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

  @TempDir private Path directory;

  @Test
  void shouldMakeTheDirectory() {
    Path missing = directory.resolve("a/b");

    DirectoryLock.take(missing).close();

    assertThat(missing).isDirectory();
  }

  @Test
  void shouldRefuseSecondOwnerAndNameTheFirst() {
    try (DirectoryLock first = DirectoryLock.take(directory)) {
      assertThat(first).isNotNull();

      assertThatThrownBy(() -> DirectoryLock.take(directory))
          .isInstanceOf(LocalClusterException.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void shouldBeFreeAgainOnceClosed() {
    DirectoryLock.take(directory).close();

    DirectoryLock.take(directory).close();
  }

  @Test
  void shouldNotMindLockFileThatWasLeftBehind() throws Exception {
    Files.writeString(directory.resolve(".lock"), "999999");

    DirectoryLock.take(directory).close();
  }

  @Test
  void shouldRefuseFileInPlaceOfDirectory() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "x");

    assertThatThrownBy(() -> DirectoryLock.take(file))
        .isInstanceOf(LocalClusterException.class)
        .hasMessageContaining(file + " cannot be written")
        .hasMessageContaining("choose another directory");
  }

  @Test
  void shouldRefuseDirectoryThatCannotBeMade() {
    Path impossible = Path.of("/proc/self/creditstream");

    assertThatThrownBy(() -> DirectoryLock.take(impossible))
        .isInstanceOf(LocalClusterException.class)
        .hasMessageContaining("make it writable");
  }
}
