package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.fixture.Site;
import io.creditstream.advisor.fixture.SmallSite;
import io.creditstream.advisor.fixture.SmallSitePages;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.store.RecordedReview;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.ReviewVerdict;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPageTest extends SmallSitePages {

  private static final String DECLINED = "/applications/A1/review?lang=en";
  private static final String ANN = "demo:ann";
  private static final String BEN = "demo:ben";

  ReviewPageTest() {
    super(new AccessSettings.Open(List.of("ann", "ben")));
  }

  @Test
  void shouldUpholdWithAReasonThatStaysOnTheTrail() throws Exception {
    HttpResponse<String> page = send("UPHOLD", ANN, "Income was checked.");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("demo:ann did not overturn.", "Income was checked.");
    RecordedReview review = reviews().get(0);
    assertThat(review.verdict()).isEqualTo(ReviewVerdict.UPHELD);
    assertThat(review.outcome()).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(review.reviewer()).isEqualTo(ANN);
    assertThat(review.approver()).isNull();
  }

  @Test
  void shouldOverturnOnlyWithASecondPerson() throws Exception {
    HttpResponse<String> proposed = send("OVERTURN", ANN, "A guarantor was found.");
    HttpResponse<String> alone = send("CONFIRM", ANN, "");
    HttpResponse<String> confirmed = send("CONFIRM", BEN, "");

    assertThat(proposed.body())
        .contains("a second person has to confirm", "<span class=\"outcome big declined\">");
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(alone.body()).contains("a second, different person has to");
    assertThat(confirmed.body())
        .contains("demo:ben confirmed what demo:ann had proposed.")
        .contains("<span class=\"outcome big approved\">", "that is final");
    assertThat(reviews()).hasSize(2);
    assertThat(reviews().get(0).outcome()).isEqualTo(DecisionOutcome.DECLINED);
    assertThat(reviews().get(1).outcome()).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(reviews().get(1).approver()).isEqualTo(BEN);
    assertThat(reviews().get(1).reviewId()).isEqualTo(reviews().get(0).reviewId());
    assertThat(site.get("/applications/A1/letter?lang=en").body())
        .contains("We are glad to approve it.");
  }

  @Test
  void shouldLetTheSecondPersonRefuse() throws Exception {
    send("OVERTURN", ANN, "A guarantor was found.");

    HttpResponse<String> refused = send("UPHOLD", BEN, "The guarantor has no income.");

    assertThat(refused.body()).contains("demo:ben did not overturn.");
    assertThat(site.get("/applications/A1?lang=fr").body()).contains("non infirmée (Refusée)");
  }

  @Test
  void shouldTellTheSecondOfTwoWhoReviewAtOnce() throws Exception {
    String form = site.get(DECLINED).body();
    small.record(upheldBy("cleo"));

    HttpResponse<String> late = send(fields(form, "OVERTURN", ANN, "A guarantor was found."));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Somebody else has reviewed", "cleo did not overturn.")
        .contains("A guarantor was found.</textarea>");
    assertThat(reviews()).hasSize(1);
  }

  @Test
  void shouldRecordOneOfManyWhoReviewInTheSameMoment() throws Exception {
    int people = 8;
    String form = site.get(DECLINED).body();
    CyclicBarrier together = new CyclicBarrier(people);
    ExecutorService pool = Executors.newFixedThreadPool(people);
    try {
      Callable<Integer> one =
          () -> {
            together.await();
            return send(fields(form, "OVERTURN", ANN, "Now.")).statusCode();
          };
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> done : pool.invokeAll(java.util.Collections.nCopies(people, one))) {
        statuses.add(done.get());
      }
      assertThat(statuses).containsOnlyOnce(200).contains(409);
      assertThat(reviews()).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void shouldSayWhatIsMissingAndKeepWhatWasTyped() throws Exception {
    assertThat(send("UPHOLD", ANN, "  \n ").body()).contains("Give a reason.");
    assertThat(send("UPHOLD", "demo:eve", "Why").body()).contains("Choose in whose name");
    assertThat(send("", ANN, "Why").body()).contains("Choose what you decide", "Why</textarea>");
    HttpResponse<String> wordy = send("UPHOLD", ANN, "x".repeat(2_001));
    assertThat(wordy.statusCode()).isEqualTo(422);
    assertThat(wordy.body()).contains("longer than 2000 characters");
    assertThat(reviews()).isEmpty();
  }

  @Test
  void shouldShowMarkupInAReasonAsText() throws Exception {
    HttpResponse<String> page = send("UPHOLD", ANN, "<script>alert(1)</script>\r\nline two");

    assertThat(page.body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;\nline two")
        .doesNotContain("<script>alert");
  }

  @Test
  void shouldSayThatTheBrokerIsDown() throws Exception {
    small.setBrokerDown(true);
    HttpResponse<String> page = send("UPHOLD", ANN, "Income was checked.");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("could not be recorded now", "Income was checked.</textarea>");

    small.setBrokerDown(false);
    assertThat(send("UPHOLD", ANN, "Income was checked.").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldReviewOnlyWhatWasNotApproved() throws Exception {
    String page = site.get("/applications/A2/review?lang=en").body();
    HttpResponse<String> forced =
        site.send(
            DECLINED,
            "/applications/A2/review?lang=en",
            Map.of(
                "seen",
                Samples.decision(2).getDecidedAt().toEpochMilli() + "-0",
                "step",
                "OVERTURN",
                "reviewer",
                ANN,
                "reason",
                "x"));

    assertThat(page).contains("this one was approved").doesNotContain("name=\"step\"");
    assertThat(forced.statusCode()).isEqualTo(409);
  }

  @Test
  void shouldSayThatReviewsNeedALoginWhereNobodyIsNamed(@TempDir Path other) throws Exception {
    try (SmallSite open = SmallSite.start(other, AccessSettings.open())) {
      Site pages = new Site(open.uri());

      assertThat(pages.get(DECLINED).body())
          .contains("Reviews need a person who has logged in")
          .doesNotContain("name=\"step\"");
      assertThat(pages.send("/new", DECLINED, Map.of("step", "UPHOLD", "reason", "x")).statusCode())
          .isEqualTo(403);
    }
  }

  private List<RecordedReview> reviews() {
    return small.cases().application("A1").orElseThrow().reviews();
  }

  private HttpResponse<String> send(String step, String reviewer, String reason) throws Exception {
    return send(fields(site.get(DECLINED).body(), step, reviewer, reason));
  }

  private HttpResponse<String> send(Map<String, String> fields) throws Exception {
    return site.send(DECLINED, DECLINED, fields);
  }

  private static Map<String, String> fields(
      String form, String step, String reviewer, String reason) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(form);
    Map<String, String> fields = new HashMap<>();
    fields.put("seen", seen.find() ? seen.group(1) : "");
    fields.put("step", step);
    fields.put("reviewer", reviewer);
    fields.put("reason", reason);
    return fields;
  }

  private static DecisionReview upheldBy(String reviewer) {
    DecisionReview review = new DecisionReview();
    review.setApplicationId("A1");
    review.setClientId("C1");
    review.setReviewId("another");
    review.setReviewedAt(Samples.NOW.plusSeconds(600));
    review.setReviewer(reviewer);
    review.setVerdict(ReviewVerdict.UPHELD);
    review.setOutcome(DecisionOutcome.DECLINED);
    review.setReason("Because.");
    return review;
  }
}
