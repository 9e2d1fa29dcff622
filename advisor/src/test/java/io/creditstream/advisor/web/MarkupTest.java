package io.creditstream.advisor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.fixture.SmallSitePages;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Batch.ReadReview;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.Reason;
import io.creditstream.schemas.ReviewVerdict;
import io.creditstream.schemas.topic.Topics;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever texts of events hold, pages show it and browsers run nothing of it. */
class MarkupTest extends SmallSitePages {

  private static final String MARKUP = "\"'><img src=x onerror=alert(1)>";
  private static final int NUMBER = 77;

  MarkupTest() {
    super(AccessSettings.open());
  }

  @BeforeEach
  void record() {
    small.record(everythingMarkup());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/applications/ID",
        "/applications/ID/data",
        "/applications/ID/what-if",
        "/applications/ID/review",
        "/applications/ID/letter",
        "/?id=ID",
        "/?client=ID",
        "/",
      })
  void shouldShowItAsText(String path) throws Exception {
    String id = URLEncoder.encode(MARKUP, UTF_8).replace("+", "%20");

    HttpResponse<String> page = site.get(path.replace("ID", id));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<img src=x").contains("&lt;img src=x onerror=alert(1)");
  }

  @Test
  void shouldNotMakeMarkupOfTextsInChartsAndLists() throws Exception {
    String script;
    try (InputStream file =
        MarkupTest.class.getResourceAsStream("/io/creditstream/advisor/assets/advisor.js")) {
      script = new String(file.readAllBytes(), UTF_8);
    }
    List<String> tooltips =
        Pattern.compile("tooltip:\\s*\\{[^}]{0,80}")
            .matcher(script)
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(tooltips)
        .isNotEmpty()
        .allSatisfy(tooltip -> assertThat(tooltip).contains("renderMode: \"richText\""));
    assertThat(script)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  private static Batch everythingMarkup() {
    LoanApplication application = Samples.application(MARKUP, NUMBER);
    for (Schema.Field field : application.getSchema().getFields()) {
      if (isText(field.schema())) {
        application.put(field.pos(), MARKUP);
      }
    }
    LoanDecision decision = Samples.decision(NUMBER);
    decision.setApplicationId(MARKUP);
    decision.setClientId(MARKUP);
    decision.setPolicyVersion(MARKUP);
    decision.setModelVersion(MARKUP);
    decision.setTraceId(MARKUP);
    decision.setRules(List.of(MARKUP));
    decision.setReasons(List.of(new Reason(MARKUP, 1.0, 0.5, MARKUP)));
    DecisionReview review =
        new DecisionReview(
            MARKUP,
            MARKUP,
            MARKUP,
            Samples.NOW.plusSeconds(600),
            MARKUP,
            null,
            ReviewVerdict.UPHELD,
            decision.getOutcome(),
            MARKUP);
    Place place = new Place(0, NUMBER);
    return new Batch(
        List.of(new ReadApplication(place, application)),
        List.of(new ReadDecision(place, decision, Optional.of(Samples.DICTIONARY))),
        List.of(new ReadReview(new Place(0, 0), review)),
        Map.of(
            new Partition(Topics.APPLICATIONS.name(), 0), NUMBER + 1L,
            new Partition(Topics.DECISIONS.name(), 0), NUMBER + 1L,
            new Partition(Topics.REVIEWS.name(), 0), 1L));
  }

  private static boolean isText(Schema schema) {
    return schema.getType() == Schema.Type.STRING
        || schema.getType() == Schema.Type.UNION
            && schema.getTypes().stream().anyMatch(type -> type.getType() == Schema.Type.STRING);
  }
}
