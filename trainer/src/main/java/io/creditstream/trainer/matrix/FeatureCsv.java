package io.creditstream.trainer.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.trainer.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes features as CSV: client id, then the features in the order of the dictionary. Numbers have
 * as many digits as it takes to read the same double again; missing ones are empty.
 */
public final class FeatureCsv {

  private FeatureCsv() {}

  /**
   * Writes the features of all dossiers; the file appears when it is complete.
   *
   * @throws UncheckedIOException if it cannot be written; an earlier file then stays as it is
   */
  public static void write(
      FeatureDictionary dictionary, List<DossierSource> sources, Path file, Progress progress) {
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    try {
      writeBeside(dictionary, sources, file, partial, progress);
    } catch (IOException | UncheckedIOException e) {
      throw new UncheckedIOException(
          "cannot write %s; is there room for it, and may it be written?".formatted(file),
          e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e);
    }
  }

  private static void writeBeside(
      FeatureDictionary dictionary,
      List<DossierSource> sources,
      Path file,
      Path partial,
      Progress progress)
      throws IOException {
    try {
      try (CsvWriter csv = CsvWriter.builder().build(partial, UTF_8)) {
        write(dictionary, sources, csv, progress);
      }
      Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void write(
      FeatureDictionary dictionary, List<DossierSource> sources, CsvWriter csv, Progress progress) {
    csv.writeRecord(header(dictionary));
    FeatureExtractor extractor = new FeatureExtractor(dictionary);
    long total = sources.stream().mapToLong(DossierSource::size).sum();
    long[] done = {0};
    for (DossierSource source : sources) {
      source.forEach(
          dossier -> {
            double[] vector = extractor.extract(dossier.application(), dossier.history());
            csv.writeRecord(cells(dossier.application().getClientId(), vector));
            progress.at("Writing features", ++done[0], total);
          });
    }
  }

  private static List<String> header(FeatureDictionary dictionary) {
    List<String> header = new ArrayList<>();
    header.add("SK_ID_CURR");
    header.addAll(dictionary.names());
    return header;
  }

  private static List<String> cells(String clientId, double[] vector) {
    List<String> cells = new ArrayList<>(vector.length + 1);
    cells.add(clientId);
    for (double value : vector) {
      cells.add(Double.isNaN(value) ? "" : Double.toString(value));
    }
    return cells;
  }
}
