package io.creditstream.trainer.matrix;

import io.creditstream.features.catalog.FeatureDefinition;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.features.extraction.LevelCollector;
import io.creditstream.trainer.Progress;
import java.util.ArrayList;
import java.util.List;

/** Computes feature matrices from dossiers. */
public final class FeatureMatrices {

  private static final int PROGRESS_STEP = 100;

  private FeatureMatrices() {}

  /** Freezes the levels of the categories into a dictionary. */
  public static FeatureDictionary dictionary(
      List<FeatureDefinition> definitions, DossierSource dossiers, Progress progress) {
    LevelCollector levels = new LevelCollector(definitions);
    long[] seen = {0};
    dossiers.forEach(
        dossier -> {
          levels.see(dossier.application(), dossier.history());
          tick("Reading levels", ++seen[0], dossiers.size(), progress);
        });
    return levels.dictionary();
  }

  /**
   * The matrix of dossiers whose outcomes are known, and who the applicants are.
   *
   * @throws DatasetException if an outcome is unknown or the heap cannot hold the matrix
   */
  public static LabelledRows labelled(
      FeatureDictionary dictionary, DossierSource dossiers, Progress progress) {
    FeatureExtractor extractor = new FeatureExtractor(dictionary);
    int rows = Math.toIntExact(dossiers.size());
    MatrixMemory.require(rows, dictionary.size(), Runtime.getRuntime().maxMemory());
    List<String> clientIds = new ArrayList<>(rows);
    double[][] columns = new double[dictionary.size()][rows];
    boolean[] defaulted = new boolean[rows];
    Applicants.Collector applicants = new Applicants.Collector(rows);
    dossiers.forEach(
        dossier -> {
          int row = clientIds.size();
          clientIds.add(dossier.application().getClientId());
          applicants.add(dossier.application());
          double[] vector = extractor.extract(dossier.application(), dossier.history());
          for (int i = 0; i < vector.length; i++) {
            columns[i][row] = vector[i];
          }
          Boolean outcome = dossier.defaulted();
          if (outcome == null) {
            throw new DatasetException(
                "the outcomes of the loans are unknown: give the table a column TARGET, 1 for a default");
          }
          defaulted[row] = outcome;
          tick("Computing features", row + 1, rows, progress);
        });
    return new LabelledRows(
        new FeatureMatrix(dictionary, clientIds, columns, defaulted), applicants.applicants());
  }

  private static void tick(String task, long done, long total, Progress progress) {
    if (done % PROGRESS_STEP == 0 || done == total) {
      progress.at(task, done, total);
    }
  }
}
