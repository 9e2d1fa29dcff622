package io.creditstream.advisor.web;

import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CasePage;
import io.creditstream.advisor.store.CaseQuery.PageKey;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.store.Trait;
import io.creditstream.advisor.wording.Wording;
import io.creditstream.schemas.DecisionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that finds decisions, as its template reads it. */
public final class FindView {

  private final FindForm form;
  private final CasePage page;
  private final Map<Trait, List<String>> known;
  private final Wording wording;

  FindView(FindForm form, CasePage page, Map<Trait, List<String>> known, Wording wording) {
    this.form = form;
    this.page = page;
    this.known = known;
    this.wording = wording;
  }

  /** A choice of a list. */
  public record Option(String value, String text, boolean selected) {}

  /** A list to choose from. */
  public record Choice(String name, String label, List<Option> options) {}

  /** Two fields that make a range. */
  public record Ends(String label, String from, String to) {}

  public String value(String name) {
    return form.values().getOrDefault(name, "");
  }

  public boolean hasError(String name) {
    return form.errors().containsKey(name);
  }

  public String error(String name) {
    return wording.messages().text(form.errors().getOrDefault(name, ""));
  }

  public boolean isFiltered() {
    return !form.errors().isEmpty()
        || form.values().entrySet().stream()
            .anyMatch(
                entry ->
                    !entry.getValue().isEmpty()
                        && !entry.getKey().equals(FindForm.ID)
                        && !entry.getKey().equals(FindForm.AFTER));
  }

  /** Whether new decisions are shown as they come: on the first page of everything. */
  public boolean isLive() {
    return form.query().filter().isAll()
        && form.query().after() == null
        && form.query().order() == SortOrder.DECIDED
        && form.query().descending();
  }

  public List<Ends> getRanges() {
    return List.of(ends(FindForm.INCOME), ends(FindForm.AGE), ends(FindForm.RISK));
  }

  private static Ends ends(String name) {
    return new Ends("find." + name, name + "From", name + "To");
  }

  public List<Choice> getChoices() {
    List<Choice> choices = new ArrayList<>();
    List<Option> outcomes = new ArrayList<>();
    for (DecisionOutcome outcome : DecisionOutcome.values()) {
      outcomes.add(
          new Option(
              outcome.name(),
              wording.messages().text("outcome." + outcome.name()),
              value(FindForm.OUTCOME).equals(outcome.name())));
    }
    choices.add(new Choice(FindForm.OUTCOME, "find.outcome", outcomes));
    for (Trait trait : Trait.values()) {
      String name = FindForm.field(trait);
      List<Option> options =
          known.getOrDefault(trait, List.of()).stream()
              .map(
                  value ->
                      new Option(value, wording.features().level(value), value(name).equals(value)))
              .toList();
      choices.add(new Choice(name, "find." + name, options));
    }
    return choices;
  }

  public List<Option> getSorts() {
    List<Option> sorts = new ArrayList<>();
    for (SortOrder order : SortOrder.values()) {
      for (String direction : List.of("desc", "asc")) {
        String value = order.name().toLowerCase(Locale.ROOT) + "-" + direction;
        boolean selected =
            form.query().order() == order && form.query().descending() == direction.equals("desc");
        sorts.add(new Option(value, wording.messages().text("find.sort." + value), selected));
      }
    }
    return sorts;
  }

  public String getCount() {
    return wording
        .messages()
        .text(
            page.total() == 1 ? "find.count.one" : "find.count",
            wording.formats().whole(page.total()));
  }

  public String getEmptyKey() {
    return form.query().filter().isAll() ? "find.empty.all" : "find.empty.filter";
  }

  public List<Line> getLines() {
    return page.lines().stream().map(line -> Line.of(line, wording)).toList();
  }

  public String getFirst() {
    return form.query().after() == null ? "" : link("");
  }

  public String getNext() {
    return page.next().map(FindView::key).map(this::link).orElse("");
  }

  private static String key(PageKey key) {
    return key.value() + "_" + key.number();
  }

  private String link(String after) {
    Links link = new Links("/");
    form.values().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(FindForm.AFTER))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> link.with(entry.getKey(), entry.getValue()));
    return link.with(FindForm.AFTER, after).toString();
  }

  /** A decision in the list. */
  public record Line(
      String href,
      String application,
      String decided,
      String outcome,
      String outcomeClass,
      String risk,
      String limit,
      String contract,
      String credit,
      String income,
      String age) {

    static Line of(CaseLine line, Wording wording) {
      return new Line(
          Links.application(line.applicationId(), ""),
          line.applicationId(),
          wording.formats().dateTime(line.decidedAt()),
          wording.messages().text("outcome." + line.outcome().name()),
          line.outcome().name().toLowerCase(Locale.ROOT),
          wording.formats().percent(line.probability(), 1),
          wording.formats().percent(line.threshold(), 1),
          wording.features().level(line.traits().getOrDefault(Trait.CONTRACT, "")),
          number(line.credit(), wording),
          number(line.income(), wording),
          number(line.age(), wording));
    }

    private static String number(@Nullable Number value, Wording wording) {
      return value == null ? "–" : wording.formats().number(value.doubleValue(), 0);
    }
  }
}
