package io.creditstream.benchmarks.steps;

import io.creditstream.benchmarks.input.BenchmarkModel;
import io.creditstream.benchmarks.input.Clients;
import io.creditstream.benchmarks.input.LightGbmBatch;
import io.creditstream.benchmarks.input.ModelChoice;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.model.CreditModel;
import io.creditstream.model.ModelEngine;
import io.creditstream.model.VerifiedModel;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A model under both engines, and rows that come one after the other. */
@State(Scope.Thread)
public class ModelState {

  /** Rows of one call of LightGBM on many. */
  static final int BATCH = 64;

  /** Directory of a bundle to measure in place of the fitted models. */
  static final String BUNDLE = "benchmarks.bundle";

  private static final int CLIENTS = 2048;
  private static final int FEATURES = 120;
  private static final int LEAVES = 31;

  /** Trees of the fitted model. */
  @Param({"300", "1000"})
  public int trees;

  CreditModel lightGbm;
  CreditModel compiled;
  LightGbmBatch batch;
  private double[][] rows;
  private double[] flat;
  private int next;

  @SuppressWarnings("NullAway.Init") // JMH calls the method below before anything else.
  public ModelState() {}

  /** Fits the model, or reads the bundle. */
  @Setup(Level.Trial)
  public void prepare() {
    List<Dossier> clients = Clients.first(CLIENTS);
    String directory = System.getProperty(BUNDLE);
    BenchmarkModel model =
        new ModelChoice(trees, LEAVES, FEATURES, 0.2, directory == null ? null : Path.of(directory))
            .model(clients);
    rows = model.rows();
    VerifiedModel verified = VerifiedModel.verify(model.bundle());
    if (verified.engine() != ModelEngine.COMPILED) {
      throw new IllegalStateException("the model cannot be compiled");
    }
    compiled = verified.newSession();
    lightGbm = VerifiedModel.verify(model.bundle(), ModelEngine.LIGHTGBM).newSession();
    batch = new LightGbmBatch(model.bundle().modelText());
    int features = rows[0].length;
    flat = new double[BATCH * features];
    for (int i = 0; i < BATCH; i++) {
      System.arraycopy(rows[i], 0, flat, i * features, features);
    }
  }

  /** Frees the models. */
  @TearDown(Level.Trial)
  public void close() {
    compiled.close();
    lightGbm.close();
    batch.close();
  }

  double[] nextRow() {
    next = (next + 1) % rows.length;
    return rows[next];
  }

  double[] rows() {
    return flat;
  }
}
