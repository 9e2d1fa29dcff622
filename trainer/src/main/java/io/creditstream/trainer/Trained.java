package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.result.TrainingResult;

/**
 * What a training run made.
 *
 * @param bundle the model, without documents
 * @param result everything that the run found out
 */
public record Trained(Bundle bundle, TrainingResult result) {}
