package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model for tests that need some model: trained by the command line once for all of them, without
 * a search and without comparisons.
 */
final class QuickModel {

  private static final String[] QUICK = {"--folds", "2", "--trials", "0", "--no-compare"};

  private QuickModel() {}

  /** Writes the model, the same for all tests, into a directory that is not there. */
  static Path into(Path directory) throws IOException {
    Files.createDirectories(directory.getParent());
    try (Stream<Path> files = Files.walk(Once.BUNDLE)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(Once.BUNDLE.relativize(file).toString()));
      }
    }
    return directory;
  }

  /** Trains a model of the caller's own on files. */
  static Path train(Path files, Path directory, int seed) {
    Cli train =
        Cli.run(
            Stream.of(
                    List.of("train", "--data", files.toString(), "--out", directory.toString()),
                    List.of("--seed", Integer.toString(seed)),
                    List.of(QUICK))
                .flatMap(List::stream)
                .toArray(String[]::new));
    assertThat(train.exitCode()).as(train.err()).isZero();
    return directory;
  }

  private static final class Once {

    static final Path BUNDLE = make();

    private static Path make() {
      try {
        Path directory = Files.createTempDirectory(Path.of("target"), "quick-model");
        Path files = directory.resolve("files");
        Cli.run("population", "--out", files.toString(), "--train", "700", "--test", "10");
        return train(files, directory.resolve("bundle"), 1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
