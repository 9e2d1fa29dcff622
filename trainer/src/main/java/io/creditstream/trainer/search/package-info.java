/** Search for hyper-parameters. */
@NullMarked
package io.creditstream.trainer.search;

import org.jspecify.annotations.NullMarked;
