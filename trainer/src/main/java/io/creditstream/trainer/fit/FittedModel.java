package io.creditstream.trainer.fit;

/**
 * A fitted model. The arrays must not be changed.
 *
 * @param modelText LightGBM's text form
 * @param trees number of trees
 * @param gains total reduction of the loss by the splits of each feature
 * @param splits number of splits of each feature
 */
public record FittedModel(String modelText, int trees, double[] gains, double[] splits) {

  /** Says how large it is. */
  @Override
  public String toString() {
    return "FittedModel[" + trees + " trees]";
  }
}
