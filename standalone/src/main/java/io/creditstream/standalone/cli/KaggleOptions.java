package io.creditstream.standalone.cli;

import io.creditstream.features.dataset.KaggleDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option of every command that reads tables in the Kaggle layout. */
final class KaggleOptions {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Directory with the tables in the Kaggle layout, .csv or .csv.gz.")
  private Path directory = Path.of(".");

  Path directory() {
    return directory;
  }

  /**
   * Opens the directory, and says which tables of history it lacks.
   *
   * @throws io.creditstream.features.dataset.DatasetException if it is no such directory
   */
  KaggleDirectory open() {
    KaggleDirectory opened = KaggleDirectory.open(directory);
    TableNotes.print(opened);
    return opened;
  }
}
