/** What the embedded schema registry keeps and how it answers. */
@NullMarked
package io.creditstream.cluster.registry;

import org.jspecify.annotations.NullMarked;
