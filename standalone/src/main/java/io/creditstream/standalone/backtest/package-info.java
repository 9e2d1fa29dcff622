/** What another policy would have made of the decisions that are recorded. */
@NullMarked
package io.creditstream.standalone.backtest;

import org.jspecify.annotations.NullMarked;
