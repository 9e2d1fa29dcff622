/** Follows the topic of the models. */
@NullMarked
package io.creditstream.service.models;

import org.jspecify.annotations.NullMarked;
