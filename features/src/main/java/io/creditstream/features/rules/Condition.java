package io.creditstream.features.rules;

import io.creditstream.schemas.LoanApplication;

/** Whether something is so about an application and its features. */
@FunctionalInterface
interface Condition {

  boolean holds(LoanApplication application, double[] features);
}
