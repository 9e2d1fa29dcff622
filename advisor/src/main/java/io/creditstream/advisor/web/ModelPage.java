package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.services.Answer;
import io.creditstream.advisor.services.DriftClient;
import io.creditstream.advisor.wording.Formats;
import io.creditstream.advisor.wording.Messages;
import io.creditstream.advisor.wording.Wording;
import io.javalin.http.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /model}: the model that decides, what is written about it, and its drift. */
final class ModelPage {

  private static final String REPORT = "report.html";
  private static final int MOST_FEATURES = 12;

  private final Models models;
  private final DriftClient drift;
  private final Optional<URI> grafana;
  private final Pages pages;

  ModelPage(Models models, DriftClient drift, Optional<URI> grafana, Pages pages) {
    this.models = models;
    this.drift = drift;
    this.grafana = grafana;
    this.pages = pages;
  }

  /** The model as the template reads it. */
  public record ModelView(
      List<Fact> facts,
      List<Fact> importance,
      String driftSentence,
      List<Fact> driftFeatures,
      String driftReport,
      String grafana,
      boolean hasReport,
      List<ModelNote> notes,
      String foreign) {}

  /** A name, what it is, and a number for the drawing. */
  public record Fact(String name, String value, double number) {}

  void show(Context context) {
    Wording wording = pages.wording(context);
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("model", models.champion().map(model -> view(model, wording)).orElse(null));
    pages.answer(context, "model", "model", values);
  }

  /** Gives the report of the training run as a file: it is a page with a policy of its own. */
  void report(Context context) {
    String report =
        models
            .champion()
            .flatMap(model -> Optional.ofNullable(model.documents().text(REPORT)))
            .orElseThrow(() -> new PageError(404, "nothing"));
    context
        .contentType("text/html; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"report.html\"")
        .result(report);
  }

  private ModelView view(KnownModel model, Wording wording) {
    Messages messages = wording.messages();
    Formats formats = wording.formats();
    var summary = model.summary();
    List<Fact> facts =
        List.of(
            fact(messages.text("model.version"), model.version()),
            fact(messages.text("model.created"), formats.longDate(model.createdAt())),
            fact(messages.text("model.rows"), formats.whole(summary.trainingRows())),
            fact(messages.text("model.features"), formats.whole(model.dictionary().size())),
            fact(messages.text("model.auc"), formats.number(summary.auc(), 3)),
            fact(messages.text("model.limit"), formats.percent(model.policy().declineFrom(), 1)),
            fact(messages.text("model.defaults"), formats.percent(summary.defaultRate(), 1)));
    List<Fact> driftFeatures = new ArrayList<>();
    String sentence = drift(model, wording, driftFeatures);
    List<ModelNote> notes = ModelNote.of(model.documents(), wording);
    boolean foreign =
        notes.stream().anyMatch(note -> !note.language().equals(wording.language().code()));
    return new ModelView(
        facts,
        importance(model, wording),
        sentence,
        driftFeatures,
        drift.report().toString(),
        grafana.map(URI::toString).orElse(""),
        model.documents().text(REPORT) != null,
        notes,
        foreign ? messages.text("model.documents.foreign") : "");
  }

  private static Fact fact(String name, String value) {
    return new Fact(name, value, 0);
  }

  private static List<Fact> importance(KnownModel model, Wording wording) {
    return model.importance().entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .filter(one -> model.dictionary().indexOf(one.getKey()) >= 0)
        .limit(MOST_FEATURES)
        .map(
            one ->
                new Fact(
                    wording
                        .features()
                        .name(model.dictionary().get(model.dictionary().indexOf(one.getKey()))),
                    wording.formats().number(one.getValue(), 3),
                    one.getValue()))
        .toList();
  }

  private String drift(KnownModel model, Wording wording, List<Fact> features) {
    Messages messages = wording.messages();
    if (!(drift.drift() instanceof Answer.Given<ObjectNode> given)) {
      return messages.text("drift.absent");
    }
    for (JsonNode one : given.value().path("models")) {
      if (one.path("model_sha256").asText().equals(model.sha256())) {
        JsonNode series = series(one.path("windows"));
        for (JsonNode feature : series.path("last_window").path("features")) {
          shifted(feature, model, wording).ifPresent(features::add);
        }
        return messages.text(
            "drift.is." + series.path("status").asText("INSUFFICIENT"),
            wording.formats().whole(series.path("last_window").path("samples").asLong()));
      }
    }
    return messages.text("drift.none");
  }

  /** The largest windows over all clients that could be judged, else the smallest ones. */
  private static JsonNode series(JsonNode windows) {
    JsonNode chosen = windows.path(0);
    for (JsonNode series : windows) {
      if (series.path("segment").asText().equals("all")
          && !series.path("status").asText().equals("INSUFFICIENT")) {
        chosen = series;
      }
    }
    return chosen;
  }

  private static Optional<Fact> shifted(JsonNode feature, KnownModel model, Wording wording) {
    String status = feature.path("status").asText();
    if (!status.equals("ALERT") && !status.equals("WARNING")) {
      return Optional.empty();
    }
    int place = model.dictionary().indexOf(feature.path("feature").asText());
    String name =
        place < 0
            ? wording.messages().text("drift.score")
            : wording.features().name(model.dictionary().get(place));
    return Optional.of(fact(name, wording.messages().text("drift.status." + status)));
  }
}
