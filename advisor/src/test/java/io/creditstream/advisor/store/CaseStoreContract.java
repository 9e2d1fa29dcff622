package io.creditstream.advisor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.advisor.fixture.Samples;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.CaseQuery.PageKey;
import io.creditstream.advisor.store.Comparisons.Usual;
import io.creditstream.advisor.store.Group.Point;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ReviewVerdict;
import io.creditstream.schemas.SupersededDecision;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
public abstract class CaseStoreContract {

  private static final Instant NOW = Samples.NOW;
  private static final FeatureDictionary ONE = Samples.DICTIONARY;
  private static final FeatureDictionary OTHER = Samples.dictionary("Y", "it's \"Z\"");

  protected CaseStore store;

  /** Opens the store of this test: the same one when asked again. */
  protected abstract CaseStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void shouldTurnPagesWithoutLossOrRepeatThoughValuesAreEqual() {
    write(0, 60);

    for (SortOrder order : SortOrder.values()) {
      for (boolean descending : new boolean[] {true, false}) {
        List<CaseLine> all = pages(order, descending);
        assertThat(all).as("%s %s", order, descending).hasSize(60);
        assertThat(all).extracting(CaseLine::number).doesNotHaveDuplicates();
      }
    }
    assertThat(pages(SortOrder.RISK, true))
        .extracting(CaseLine::probability)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void shouldFindByEveryFilter() {
    write(0, 60);
    Instant middle = NOW.plusSeconds(30);

    assertThat(count(filter("A1", Range.ALL, Map.of(), null, Period.ALL))).isEqualTo(11);
    assertThat(count(filter("", new Range(1_010.0, 1_019.0), Map.of(), null, Period.ALL)))
        .isEqualTo(10);
    assertThat(count(filter("", Range.ALL, Map.of(Trait.FAMILY, "Married"), null, Period.ALL)))
        .isEqualTo(20);
    assertThat(count(filter("", Range.ALL, Map.of(), DecisionOutcome.DECLINED, Period.ALL)))
        .isEqualTo(30);
    assertThat(count(filter("", Range.ALL, Map.of(), null, new Period(middle, null))))
        .isEqualTo(30);
    assertThat(count(filter("x' OR 'a'='a", Range.ALL, Map.of(), null, Period.ALL))).isZero();
  }

  @Test
  void shouldGiveBackADecisionAsItWasWithTheApplicationThatItNames() {
    LoanApplication other = Samples.application("A1", 99);
    Batch batch = Samples.batch(0, 3, ONE);
    List<ReadApplication> applications = new ArrayList<>(batch.applications());
    applications.add(new ReadApplication(new Place(0, 900), other));
    store.write(new Batch(applications, batch.decisions(), List.of(), batch.positions()));

    RecordedCase recorded = store.reader().application("A1").orElseThrow();

    assertThat(recorded.decision()).contains(batch.decisions().get(1).decision());
    assertThat(recorded.application().orElseThrow().get("amtIncomeTotal").asDouble())
        .isEqualTo(1_001);
    assertThat(store.reader().application("nobody")).isEmpty();
  }

  @Test
  void shouldShowAnApplicationThatWasNotDecidedYet() {
    store.write(
        new Batch(
            List.of(new ReadApplication(new Place(0, 5), Samples.application("A5", 5))),
            List.of(),
            List.of(),
            Map.of(new Partition(Topics.APPLICATIONS.name(), 0), 6L)));

    RecordedCase recorded = store.reader().application("A5").orElseThrow();

    assertThat(recorded.decision()).isEmpty();
    assertThat(recorded.clientId()).isEqualTo("C5");
  }

  @Test
  void shouldWriteNothingOfABatchThatFailsUnexpectedly() {
    Batch broken = Samples.batch(0, 3, ONE);
    broken.decisions().get(2).decision().setOutcome(null);
    assertThatThrownBy(() -> store.write(broken)).isInstanceOf(RuntimeException.class);

    write(0, 3);

    assertThat(count(CaseFilter.ALL)).isEqualTo(3);
    assertThat(store.reader().application("A0")).isPresent();
  }

  @Test
  void shouldKeepRowsAndPositionsTogetherOverAReopening() {
    write(0, 10);
    store.close();

    store = open();
    write(10, 20);

    assertThat(store.positions()).containsEntry(new Partition(Topics.DECISIONS.name(), 0), 20L);
    assertThat(pages(SortOrder.DECIDED, true))
        .extracting(CaseLine::number)
        .doesNotHaveDuplicates()
        .hasSize(20);
  }

  @Test
  void shouldTakeAModelWithOtherFeatures() {
    store.write(Samples.batch(0, 10, ONE));
    store.write(Samples.batch(10, 20, OTHER));
    Group all = new Group.Filtered(CaseFilter.ALL);

    Spread y = spread("Y", all, 0);
    Spread z = spread("it's \"Z\"", all, 0);

    assertThat(y.size()).isEqualTo(20);
    assertThat(y.missingAccepted() + y.missingOthers()).isZero();
    assertThat(z.missingAccepted() + z.missingOthers()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void shouldTellThePlaceInAGroupAcceptedAgainstOthers() {
    write(0, 60);

    Spread spread = spread("Y", new Group.Filtered(CaseFilter.ALL), 10);
    Spread young =
        spread(
            "Y",
            new Group.Filtered(filter("", new Range(1_000.0, 1_009.0), Map.of(), null, Period.ALL)),
            10);

    assertThat(spread.below()).isEqualTo(10);
    assertThat(spread.equal()).isEqualTo(1);
    assertThat(Arrays.stream(spread.accepted()).sum()).isEqualTo(30);
    assertThat(Arrays.stream(spread.others()).sum()).isEqualTo(30);
    assertThat(young.size()).isEqualTo(10);
  }

  @Test
  void shouldFindTheNearestByChosenFeatures() {
    write(0, 60);
    Group nearest = new Group.Nearest(Map.of("Y", new Point(20, 1)), 5);

    Spread spread = spread("Y", nearest, 20);

    assertThat(store.reader().comparisons().size(nearest)).isEqualTo(5);
    assertThat(spread.below()).isEqualTo(2);
    assertThat(spread.equal()).isEqualTo(1);
    assertThat(store.reader().comparisons().pairs("X", "Y", nearest, 100))
        .hasSizeLessThanOrEqualTo(5)
        .allSatisfy(pair -> assertThat(pair.y()).isBetween(18.0, 22.0));
  }

  @Test
  void shouldTellWhatAcceptedClientsHave() {
    write(0, 60);

    Usual usual = store.reader().comparisons().usual(List.of("Y")).get("Y");

    // Accepted are the even ones of 0 to 59.
    assertThat(usual.clients()).isEqualTo(30);
    assertThat(usual.middle()).isEqualTo(29);
    assertThat(usual.low()).isEqualTo(14.5);
    assertThat(usual.high()).isEqualTo(43.5);
  }

  @Test
  void shouldShowOnceWhatWasDecidedAnew() {
    write(0, 10);
    LoanDecision anew = Samples.decision(1);
    anew.setDecidedAt(NOW.plusSeconds(100));
    anew.setOutcome(DecisionOutcome.APPROVED);
    anew.setSupersedes(
        new SupersededDecision(NOW.plusSeconds(1), DecisionOutcome.DECLINED, anew.getSource()));

    store.write(Samples.decisions(10, anew));

    List<CaseLine> lines = pages(SortOrder.DECIDED, true);
    assertThat(lines).hasSize(10);
    assertThat(lines.get(0).applicationId()).isEqualTo("A1");
    assertThat(lines.get(0).outcome()).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(store.reader().application("A1").orElseThrow().decision()).contains(anew);
    assertThat(spread("Y", new Group.Filtered(CaseFilter.ALL), 0).size()).isEqualTo(10);
    assertThat(store.reader().ofClient("C1")).hasSize(1);
  }

  @Test
  void shouldShowOnceWhatWasDecidedAnewInTheSameBatch() {
    LoanDecision anew = Samples.decision(1);
    anew.setDecidedAt(NOW.plusSeconds(100));
    anew.setSupersedes(
        new SupersededDecision(NOW.plusSeconds(1), DecisionOutcome.DECLINED, anew.getSource()));

    store.write(Samples.decisions(0, Samples.decision(1), anew, Samples.decision(2)));

    assertThat(pages(SortOrder.DECIDED, true))
        .extracting(CaseLine::applicationId)
        .containsExactly("A1", "A2");
  }

  @Test
  void shouldKeepReviewsInTheirOrder() {
    write(0, 4);
    store.write(Samples.review(0, review("first", "Zoe")));
    store.write(Samples.review(1, review("second", "Ann")));

    assertThat(store.reader().application("A1").orElseThrow().reviews())
        .extracting(RecordedReview::reviewId)
        .containsExactly("first", "second");
    assertThat(store.reader().application("A3").orElseThrow().reviews()).isEmpty();
  }

  @Test
  void shouldShowSomeClientsAlone() {
    write(0, 20);

    assertThat(count(CaseFilter.ALL.of(Set.of("C3", "C5", "nobody")))).isEqualTo(2);
    assertThat(count(CaseFilter.ALL.of(Set.of()))).isZero();
  }

  private static DecisionReview review(String id, String reviewer) {
    return new DecisionReview(
        "A1",
        "C1",
        id,
        NOW,
        reviewer,
        null,
        ReviewVerdict.UPHELD,
        DecisionOutcome.DECLINED,
        "because");
  }

  private Spread spread(String feature, Group group, double value) {
    return store.reader().comparisons().spread(feature, new Bins(0, 10, 6), group, value);
  }

  private long count(CaseFilter filter) {
    return store.reader().find(new CaseQuery(filter, SortOrder.DECIDED, true, null, 10)).total();
  }

  private List<CaseLine> pages(SortOrder order, boolean descending) {
    List<CaseLine> all = new ArrayList<>();
    PageKey after = null;
    do {
      CasePage page =
          store.reader().find(new CaseQuery(CaseFilter.ALL, order, descending, after, 7));
      all.addAll(page.lines());
      after = page.next().orElse(null);
    } while (after != null);
    return all;
  }

  private static CaseFilter filter(
      String id,
      Range income,
      Map<Trait, String> traits,
      @Nullable DecisionOutcome outcome,
      Period decided) {
    return new CaseFilter(
        id,
        income,
        Range.ALL,
        Range.ALL,
        traits,
        Optional.ofNullable(outcome),
        decided,
        Optional.empty());
  }

  private void write(int from, int to) {
    store.write(Samples.batch(from, to, ONE));
  }
}
