package io.creditstream.trainer.fit;

/**
 * A fitted model.
 *
 * @param modelText LightGBM's text form
 * @param trees number of trees
 */
public record FittedModel(String modelText, int trees) {}
