package io.creditstream.advisor.web;

import io.creditstream.advisor.store.StoreException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.function.Consumer;

/** The routes of the advisor. */
final class AdvisorRoutes implements Consumer<JavalinDefaultRoutingApi> {

  /** Errors that people get as a page, with the key of its messages. */
  private static final Map<Integer, String> ERRORS =
      Map.of(
          400,
          "request",
          403,
          "forbidden",
          404,
          "nothing",
          405,
          "nothing",
          413,
          "large",
          429,
          "often",
          500,
          "failed",
          503,
          "busy");

  private final Assets assets;
  private final Pages pages;
  private final FindPage find;
  private final DecisionPage decision;

  AdvisorRoutes(Assets assets, Pages pages, FindPage find, DecisionPage decision) {
    this.assets = assets;
    this.pages = pages;
    this.find = find;
    this.decision = decision;
  }

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.before(Headers::add);
    routes.get("/assets/{name}", assets::answer);
    routes.get("/", find::handle);
    routes.get("/applications/{id}", decision::handle);
    routes.exception(PageError.class, (e, context) -> pages.error(context, e.status(), e.key()));
    routes.exception(StoreException.class, (e, context) -> pages.error(context, 503, "store"));
    ERRORS.forEach((status, key) -> routes.error(status, context -> asPage(context, status, key)));
  }

  /** People get a page where programs get a problem document. */
  private void asPage(Context context, int status, String key) {
    boolean wantsPage = String.valueOf(context.header("Accept")).contains("text/html");
    boolean isPage = String.valueOf(context.res().getContentType()).startsWith("text/html");
    if (wantsPage && !isPage) {
      pages.error(context, status, key);
    }
  }
}
