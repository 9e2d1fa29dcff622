package io.creditstream.features.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, a directory holds a whole bundle or none. */
class BundleWritingTest {

  @TempDir Path directory;

  @Test
  void shouldReplaceABundleAndNotKeepItsDocuments() throws IOException {
    Path target = directory.resolve("bundle");
    BundleDirectory.write(bundle("one").with(Documents.of(Map.of("old.md", "x"))), target);

    BundleDirectory.write(bundle("two"), target);

    assertThat(BundleDirectory.read(target).modelText()).isEqualTo("two");
    assertThat(target.resolve("old.md")).doesNotExist();
    assertThat(names(directory)).containsExactly("bundle");
  }

  @Test
  void shouldClearAwayWhatACrashLeft() throws IOException {
    Path target = directory.resolve("bundle");
    for (String left : List.of("bundle.part", "bundle.old")) {
      Files.createDirectories(directory.resolve(left));
      Files.writeString(directory.resolve(left).resolve("model.txt"), "half");
    }

    BundleDirectory.write(bundle("one"), target);

    assertThat(names(directory)).containsExactly("bundle");
  }

  @Test
  void shouldNotTouchADirectoryOfSomebodyElse() throws IOException {
    Files.writeString(directory.resolve("bureau.csv"), "precious");

    assertThatThrownBy(() -> BundleDirectory.write(bundle("one"), directory))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("give a directory of its own");

    assertThat(directory.resolve("bureau.csv")).hasContent("precious");
  }

  @Test
  void shouldNotDeleteANoteThatSomebodyLaidIntoABundle() throws IOException {
    Path target = directory.resolve("bundle");
    BundleDirectory.write(bundle("one"), target);
    Files.writeString(target.resolve("note.txt"), "precious");

    assertThatThrownBy(() -> BundleDirectory.write(bundle("two"), target))
        .isInstanceOf(BundleException.class);

    assertThat(target.resolve("note.txt")).hasContent("precious");
    assertThat(target.resolve("model.txt")).hasContent("one");
  }

  @Test
  void shouldKeepTheOldBundleWhenTheDiskIsFull() throws Exception {
    // A disk of 64 KiB in a name space of its own.
    String script =
        "mount -t tmpfs -o size=64k tmpfs '%s' && exec '%s' -cp '%s' '%s' '%s'"
            .formatted(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Writing.class.getName(),
                directory.resolve("bundle"));
    assumeTrue(mayMount(), "no name space of its own may be had here");

    Process process =
        new ProcessBuilder("unshare", "-rm", "sh", "-c", script).redirectErrorStream(true).start();

    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(out)
        .contains("cannot write the bundle to ", "No space left on device", "is there room")
        .contains("kept one; bundle alone");
  }

  private static boolean mayMount() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Bundle bundle(String modelText) {
    FeatureDictionary dictionary = new FeatureDictionary(List.of());
    return BundleParts.seal(
        modelText,
        dictionary,
        ReferenceProfile.of(dictionary, new double[0][], new double[] {0.1}),
        new Policy("p", 0.1, 0.2),
        new SelfTest(List.of()),
        new TrainingSummary(1, 1, 0.1, 1, 0.7, 0.9, 10, 0.5, 0.2, 1, 2, 3, 4, 5),
        Instant.parse("2024-01-01T00:00:00Z"));
  }

  /** Writes a small bundle, then one that does not fit. */
  static final class Writing {

    private Writing() {}

    public static void main(String[] arguments) throws IOException {
      Path target = Path.of(arguments[0]);
      BundleDirectory.write(bundle("one"), target);
      try {
        BundleDirectory.write(bundle("x".repeat(100_000)), target);
      } catch (UncheckedIOException e) {
        System.out.println(e.getMessage());
      }
      System.out.printf(
          "kept %s; %s alone%n",
          BundleDirectory.read(target).modelText(), String.join(" ", names(target.getParent())));
    }
  }
}
