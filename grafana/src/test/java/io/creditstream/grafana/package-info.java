@NullMarked
package io.creditstream.grafana;

import org.jspecify.annotations.NullMarked;
