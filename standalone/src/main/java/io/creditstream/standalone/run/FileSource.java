package io.creditstream.standalone.run;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.trainer.TrainingInput;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Files in the Kaggle layout: trains on application_train, streams application_test. */
final class FileSource implements ApplicationSource {

  private static final SubmissionTimes TIMES =
      SubmissionTimes.at(Instant.parse("2024-06-01T12:00:00Z"));

  private final Path path;
  private final KaggleDirectory directory;
  private final DossierSource applications;

  /**
   * @param missing told of each table of history that is absent
   */
  FileSource(Path path, Consumer<KaggleTable> missing) {
    this.path = path.toAbsolutePath().normalize();
    this.directory = KaggleDirectory.open(path);
    directory.missingHistory().forEach(missing);
    this.applications = directory.dossiers(KaggleTable.APPLICATION_TEST, TIMES);
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public TrainingInput training() {
    return new TrainingInput(
        directory.dossiers(KaggleTable.APPLICATION_TRAIN, TIMES), directory.missingHistory());
  }

  @Override
  public OptionalLong size() {
    return OptionalLong.of(applications.size());
  }

  @Override
  public Dossier application(long index, Instant submittedAt) {
    Dossier dossier = applications.dossier(index % applications.size(), submittedAt);
    long round = index / applications.size();
    if (round > 0) {
      dossier
          .application()
          .setApplicationId(dossier.application().getApplicationId() + "-" + (round + 1));
    }
    return dossier;
  }

  @Override
  public void close() {
    applications.close();
  }
}
