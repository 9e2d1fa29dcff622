package io.creditstream.trainer.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.trainer.fit.BoostingParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers trials in a file, a line of JSON each, below a line that says what they are trials of.
 * A search that was interrupted is repeated with its journal: it draws the same trials again and
 * takes the answers of those that were finished from the file, so that it ends as if it had never
 * stopped.
 */
final class TrialJournal implements TrialRunner, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TrialRunner runner;
  private final List<TrialPart> known;
  private final Path path;
  private final FileChannel file;

  private TrialJournal(TrialRunner runner, List<TrialPart> known, Path path, FileChannel file) {
    this.runner = runner;
    this.known = known;
    this.path = path;
    this.file = file;
  }

  /** What the trials of a journal have in common. */
  record Header(String search) {}

  /**
   * Opens a journal, in a directory that is made where there is none.
   *
   * @param search digest of data and options
   * @param resume whether to go on with the trials of the file, if there is one
   * @throws DatasetException if the file is the journal of another search
   */
  static TrialJournal open(Path path, String search, boolean resume, TrialRunner runner) {
    try {
      Path directory = path.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      List<TrialPart> known = resume && Files.exists(path) ? read(path, search) : List.of();
      replace(path, search, known);
      return new TrialJournal(
          runner, known, path, FileChannel.open(path, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Writes what is known beside the journal first, so that a crash or a full disk loses none. */
  private static void replace(Path path, String search, List<TrialPart> known) throws IOException {
    StringBuilder lines = new StringBuilder(line(new Header(search)));
    for (TrialPart part : known) {
      lines.append(line(part));
    }
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.writeString(fresh, lines);
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String line(Object content) throws JsonProcessingException {
    return JSON.writeValueAsString(content) + "\n";
  }

  @Override
  public TrialPart run(int trial, BoostingParameters parameters, int firstFold, int folds) {
    for (TrialPart part : known) {
      if (part.answers(trial, firstFold, folds)) {
        return part;
      }
    }
    TrialPart part = runner.run(trial, parameters, firstFold, folds);
    try {
      write(part);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
    return part;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static UncheckedIOException unwritable(Path path, IOException e) {
    return new UncheckedIOException(
        "cannot write the journal of the search, %s; is there room for it, and may it be written?"
            .formatted(path),
        e);
  }

  private void write(TrialPart part) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(line(part).getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  private static List<TrialPart> read(Path path, String search) throws IOException {
    List<String> lines = Files.readString(path).lines().toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    Header header;
    try {
      header = JSON.readValue(lines.get(0), Header.class);
    } catch (JsonProcessingException e) {
      throw new DatasetException(
          path + " is no journal of a search; delete it or leave out --resume");
    }
    if (!search.equals(header.search())) {
      throw new DatasetException(
          path
              + " is the journal of a search on other data or with other options; use the same ones"
              + " or leave out --resume");
    }
    List<TrialPart> parts = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      try {
        parts.add(JSON.readValue(line, TrialPart.class));
      } catch (JsonProcessingException e) {
        // The process ended while it wrote the line: the trial is tried again.
        break;
      }
    }
    return parts;
  }
}
