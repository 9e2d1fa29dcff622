package io.creditstream.trainer.fit;

/**
 * How a model is made.
 *
 * @param parameters of the trees
 * @param growth how they are grown
 * @param treatment of the rows that they are fitted to
 */
public record Recipe(BoostingParameters parameters, Growth growth, RowTreatment treatment) {

  String lightGbm(TreatedRows rows) {
    return parameters.lightGbm() + growth.lightGbm() + " scale_pos_weight=" + rows.defaultWeight();
  }
}
