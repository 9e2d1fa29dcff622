/** Every feature, declared once. */
@NullMarked
package io.creditstream.features.catalog;

import org.jspecify.annotations.NullMarked;
