/** Everything in one process: broker, model, scorer, drift monitor and a stream of applications. */
@NullMarked
package io.creditstream.standalone.run;

import org.jspecify.annotations.NullMarked;
