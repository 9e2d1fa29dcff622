package io.creditstream.advisor.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.fixture.SmallSitePages;
import io.creditstream.advisor.security.AccessSettings;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.schemas.topic.Topics;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of a client without a decision, and of one whom nobody knows. */
class UndecidedTest extends SmallSitePages {

  private static final int NUMBER = 50;

  UndecidedTest() {
    super(AccessSettings.open());
  }

  @BeforeEach
  void record() {
    small.record(
        new Batch(
            List.of(new ReadApplication(new Place(0, NUMBER), Samples.application("U", NUMBER))),
            List.of(),
            List.of(),
            Map.of(new Partition(Topics.APPLICATIONS.name(), 0), NUMBER + 1L)));
  }

  @Test
  void shouldShowTheApplicationAndThatItWaits() throws Exception {
    HttpResponse<String> page = site.get("/applications/U?lang=en");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Not decided yet", "The application was received");
    assertThat(site.get("/applications/U/data?lang=en").body()).contains("1,050");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare", "review", "letter"})
  void shouldSayWhatNeedsADecision(String page) throws Exception {
    HttpResponse<String> answer = site.get("/applications/U/" + page + "?lang=en");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Look again in a moment");
  }

  @Test
  void shouldSayThatNobodyIsFoundAndHowToGoOn() throws Exception {
    assertThat(site.get("/?id=nobody&lang=en").body())
        .contains("No decision fits. Take a filter away or widen a range.", "value=\"nobody\"");
    assertThat(site.get("/?id=nobody&lang=fr").body()).contains("Aucune décision ne correspond");
  }
}
