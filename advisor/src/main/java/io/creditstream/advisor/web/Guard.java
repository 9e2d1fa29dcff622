package io.creditstream.advisor.web;

import io.creditstream.advisor.security.Person;
import io.creditstream.advisor.security.Sight;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;

/** Who may see and do what. */
interface Guard {

  /** Whether a path is one that orchestrators and Prometheus ask, by whatever address. */
  static boolean isHealthOrMetrics(String path) {
    return path.equals("/live") || path.equals("/ready") || path.equals("/metrics");
  }

  /** Whether nobody has to log in. */
  boolean isOpen();

  /** Who is logged in; empty for nobody. */
  String user(Context context);

  /** In whose name the reader may review; more than one where that can be chosen. */
  List<Person> people(Context context);

  /** Whose data the reader may see. */
  Sight sight(Context context);

  /** Whose data the reader may see from now on, asked again and again after the request. */
  Supplier<Sight> watch(Context context);

  /** The token that forms of this reader send along; empty where none is needed. */
  String csrf(Context context);

  /**
   * Refuses a request that may not be made, whatever it asks for.
   *
   * @throws PageError saying so
   */
  void check(Context context);

  /**
   * Refuses a request whose route the reader may not use.
   *
   * @throws PageError saying so
   */
  void checkRoute(Context context);
}
