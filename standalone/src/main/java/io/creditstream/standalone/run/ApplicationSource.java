package io.creditstream.standalone.run;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.trainer.TrainingInput;
import java.time.Instant;
import java.util.OptionalLong;

/** Where the main job takes the loans to train on and the applications to stream from. */
interface ApplicationSource extends AutoCloseable {

  /** What it is, in a few words; the same for the same data. */
  String name();

  /** Past loans with known outcomes; whoever asks for them closes the dossiers. */
  TrainingInput training();

  /** The number of distinct applications; empty if there is no end of them. */
  OptionalLong size();

  /** The application with an index, from 0; beyond the size the clients apply once more. */
  Dossier application(long index, Instant submittedAt);

  /** Gives back files that the applications are read from. */
  @Override
  default void close() {}
}
