package io.creditstream.advisor.web;

import io.creditstream.advisor.store.RecordedCase;
import java.util.List;

/**
 * The head of the pages about one application.
 *
 * @param id the application
 * @param client the client
 * @param tabs its pages
 */
public record CaseHead(String id, String client, List<Tab> tabs) {

  /** Pages about an application by the last part of their path. */
  static final List<String> PAGES = List.of("", "data", "compare", "what-if", "review", "letter");

  /** A page about the application. */
  public record Tab(String href, String label, boolean current) {}

  static CaseHead of(RecordedCase recorded, String current) {
    return new CaseHead(
        recorded.applicationId(),
        recorded.clientId(),
        PAGES.stream()
            .map(
                page ->
                    new Tab(
                        Links.application(recorded.applicationId(), page),
                        "tab." + (page.isEmpty() ? "decision" : page),
                        page.equals(current)))
            .toList());
  }

  /** The address of one of the pages. */
  public String href(String page) {
    return Links.application(id, page);
  }
}
