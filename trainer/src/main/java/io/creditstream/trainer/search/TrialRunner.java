package io.creditstream.trainer.search;

import io.creditstream.trainer.fit.BoostingParameters;

/** Tries hyper-parameters on some of the folds. */
interface TrialRunner {

  TrialPart run(int trial, BoostingParameters parameters, int firstFold, int folds);
}
