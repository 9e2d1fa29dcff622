package io.creditstream.advisor.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Bins;
import io.creditstream.advisor.store.CaseFilter;
import io.creditstream.advisor.store.CaseLine;
import io.creditstream.advisor.store.CasePage;
import io.creditstream.advisor.store.CaseQuery;
import io.creditstream.advisor.store.CaseQuery.PageKey;
import io.creditstream.advisor.store.Comparisons.Usual;
import io.creditstream.advisor.store.Group;
import io.creditstream.advisor.store.Group.Point;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Period;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.Range;
import io.creditstream.advisor.store.RecordedCase;
import io.creditstream.advisor.store.SortOrder;
import io.creditstream.advisor.store.Spread;
import io.creditstream.advisor.store.StoreException;
import io.creditstream.advisor.store.Trait;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.SourceRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final FeatureDictionary ONE = dictionary("X", "Y");
  private static final FeatureDictionary OTHER = dictionary("Y", "it's \"Z\"");

  @TempDir private Path directory;
  private DuckDbStore store;

  @BeforeEach
  void open() {
    store = DuckDbStore.open(directory, 128);
  }

  @AfterEach
  void close() {
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
    LoanApplication other = application("A1", 99);
    Batch batch = batch(0, 3, ONE);
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
            List.of(new ReadApplication(new Place(0, 5), application("A5", 5))),
            List.of(),
            List.of(),
            Map.of(new Partition("applications", 0), 6L)));

    RecordedCase recorded = store.reader().application("A5").orElseThrow();

    assertThat(recorded.decision()).isEmpty();
    assertThat(recorded.clientId()).isEqualTo("C5");
  }

  @Test
  void shouldKeepRowsAndPositionsTogetherOverAReopening() {
    write(0, 10);
    store.close();

    store = DuckDbStore.open(directory, 128);
    write(10, 20);

    assertThat(store.positions()).containsEntry(new Partition("decisions", 0), 20L);
    assertThat(pages(SortOrder.DECIDED, true))
        .extracting(CaseLine::number)
        .doesNotHaveDuplicates()
        .hasSize(20);
  }

  @Test
  void shouldTakeAModelWithOtherFeatures() {
    store.write(batch(0, 10, ONE));
    store.write(batch(10, 20, OTHER));
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
  void shouldSayHowToMendADirectoryThatCannotBeUsed() {
    Path file = directory.resolve("no directory");
    assertThatThrownBy(
            () -> {
              Files.writeString(file, "x");
              DuckDbStore.open(file, 128);
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be opened");
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
        id, income, Range.ALL, Range.ALL, traits, Optional.ofNullable(outcome), decided);
  }

  private void write(int from, int to) {
    store.write(batch(from, to, ONE));
  }

  private static Batch batch(int from, int to, FeatureDictionary dictionary) {
    List<ReadApplication> applications = new ArrayList<>();
    List<ReadDecision> decisions = new ArrayList<>();
    for (int i = from; i < to; i++) {
      applications.add(new ReadApplication(new Place(0, i), application("A" + i, i)));
      decisions.add(new ReadDecision(new Place(0, i), decision(i), Optional.of(dictionary)));
    }
    return new Batch(
        applications,
        decisions,
        List.of(),
        Map.of(
            new Partition("applications", 0), (long) to, new Partition("decisions", 0), (long) to));
  }

  private static LoanApplication application(String id, int i) {
    LoanApplication application = new LoanApplication();
    application.setApplicationId(id);
    application.setClientId("C" + i);
    application.setSubmittedAt(NOW);
    application.setNameContractType("Cash loans");
    application.setAmtIncomeTotal(1_000.0 + i);
    application.setAmtCredit(5_000.0);
    application.setDaysBirth(-12_000);
    application.setNameFamilyStatus(i % 3 == 0 ? "Married" : "Separated");
    return application;
  }

  private static LoanDecision decision(int i) {
    LoanDecision decision = new LoanDecision();
    decision.setApplicationId("A" + i);
    decision.setClientId("C" + i);
    decision.setSubmittedAt(NOW);
    decision.setDecidedAt(NOW.plusSeconds(i));
    decision.setOutcome(i % 2 == 0 ? DecisionOutcome.APPROVED : DecisionOutcome.DECLINED);
    decision.setProbabilityOfDefault(i % 5 / 10.0);
    decision.setRawScore(-1.0);
    decision.setBaseValue(-2.0);
    decision.setThreshold(0.2);
    decision.setPolicyVersion("p");
    decision.setModelVersion("m");
    decision.setModelSha256("0".repeat(64));
    decision.setFeatures(Arrays.asList((double) i, (double) i));
    decision.setContributions(List.of(0.25, 0.75));
    decision.setReasons(List.of());
    decision.setMissingSources(List.of("credit.card-balances.v1"));
    decision.setSource(new SourceRecord("credit.applications.v1", 0, (long) i));
    decision.setTraceId("t");
    decision.setRules(List.of());
    return decision;
  }

  private static FeatureDictionary dictionary(String... names) {
    return new FeatureDictionary(
        Arrays.stream(names)
            .map(
                name ->
                    new FeatureEntry(name, FeatureKind.NUMERIC, "t", name, name, true, List.of()))
            .toList());
  }
}
