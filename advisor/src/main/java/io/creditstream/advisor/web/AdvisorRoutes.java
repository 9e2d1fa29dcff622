package io.creditstream.advisor.web;

import io.creditstream.advisor.store.StoreException;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.function.Consumer;

/** The routes of the advisor's pages. */
final class AdvisorRoutes implements Consumer<JavalinDefaultRoutingApi> {

  /** Errors that people get as a page, with the key of its messages. */
  private static final Map<Integer, String> ERRORS =
      Map.of(
          400,
          "request",
          401,
          "session",
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
  private final Guard guard;
  private final LiveFeed live;
  private final SitePages site;

  AdvisorRoutes(Assets assets, Pages pages, Guard guard, LiveFeed live, SitePages site) {
    this.assets = assets;
    this.pages = pages;
    this.guard = guard;
    this.live = live;
    this.site = site;
  }

  /** The pages. */
  record SitePages(
      FindPage find,
      DecisionPage decision,
      DataPage data,
      ComparePage compare,
      WhatIfPage whatIf,
      ReviewPage review,
      LetterPage letter,
      NewPage newApplication,
      ModelPage model) {}

  @Override
  public void accept(JavalinDefaultRoutingApi routes) {
    routes.before(Headers::add);
    routes.before(guard::check);
    routes.beforeMatched(guard::checkRoute);
    routes.beforeMatched(Languages::read);
    routes.get("/assets/{name}", assets::answer);
    routes.get("/", site.find()::handle);
    routes.get("/applications/{id}", site.decision()::handle);
    routes.get("/applications/{id}/data", site.data()::handle);
    routes.get("/applications/{id}/compare", site.compare()::handle);
    routes.get("/applications/{id}/what-if", site.whatIf()::show);
    routes.post("/applications/{id}/what-if", site.whatIf()::score);
    routes.get("/applications/{id}/review", site.review()::show);
    routes.post("/applications/{id}/review", site.review()::send);
    routes.get("/applications/{id}/letter", site.letter()::show);
    routes.get("/new", site.newApplication()::show);
    routes.post("/new", site.newApplication()::send);
    routes.get("/model", site.model()::show);
    routes.get("/model/report.html", site.model()::report);
    routes.sse("/events", client -> live.open(client));
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
