package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.simulator.population.Seeds.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * An endless synthetic population. Client i is a function of (profile, seed, drift shift, i) alone:
 * clients can be asked for in any order, from any thread, any number of times, and a longer
 * population begins with a shorter one.
 *
 * <p>Each client is a draw from a Gaussian copula over the main columns of the application, the
 * missing flags and latent factors of the history (how much bureau debt, how often refused, how
 * late with instalments); every column then follows its own marginal distribution. All statistics
 * are aggregates; no row of real data is stored or reproduced.
 */
public final class Population {
  private final PopulationStatistics statistics;
  private final Profile profile;
  private final DriftShift shift;
  private final Seeds seeds;
  private final Distributions part;
  private final BureauSampler bureau;
  private final BureauBalanceSampler bureauBalance;
  private final PreviousSampler previous;
  private final PosCashSampler posCash;
  private final CardSampler card;
  private final InstallmentSampler installments;
  private final DefaultModel defaults;

  /** A population without drift. */
  public Population(Profile profile, long seed) {
    this(profile, seed, DriftShift.NONE);
  }

  public Population(Profile profile, long seed, DriftShift shift) {
    this(PopulationStatistics.load(), profile, seed, shift);
  }

  Population(PopulationStatistics statistics, Profile profile, long seed, DriftShift shift) {
    this.statistics = statistics;
    this.profile = profile;
    this.shift = shift;
    this.seeds = new Seeds(seed, profile);
    this.part = statistics.part(profile);
    Distributions history = statistics.history();
    this.bureau = new BureauSampler(history, part);
    this.bureauBalance = new BureauBalanceSampler(history, part);
    this.previous = new PreviousSampler(history, part);
    this.posCash = new PosCashSampler(history);
    this.card = new CardSampler(history);
    this.installments = new InstallmentSampler(history);
    this.defaults = new DefaultModel(statistics.risk());
  }

  public Profile profile() {
    return profile;
  }

  /** The first clients, lazily. */
  public Stream<SyntheticClient> clients(long count) {
    return LongStream.range(0, count).mapToObj(this::client);
  }

  /**
   * Client {@code index}, with all their rows.
   *
   * @param index 0 or more
   */
  public SyntheticClient client(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("index must not be negative");
    }
    long id = profile.firstId() + index;
    double[] scores = statistics.copula().draw(seeds.stream(index, Purpose.LATENTS));
    HistoryLatents latents = new HistoryLatents(statistics, scores);
    boolean shifted = shift.covers(index);
    boolean hasBureau = bureau.count(latents) > 0;
    boolean bureauGone = shifted && loses(index);

    Map<KaggleTable, List<String[]>> rows = new EnumMap<>(KaggleTable.class);
    if (hasBureau && !bureauGone) {
      BureauSampler.Credits credits = bureau.draw(id, latents, seeds.stream(index, Purpose.BUREAU));
      rows.put(KaggleTable.BUREAU, credits.rows());
      rows.put(
          KaggleTable.BUREAU_BALANCE,
          bureauBalance.draw(
              credits.credits(), latents, seeds.stream(index, Purpose.BUREAU_BALANCE)));
    }
    PreviousSampler.Applications applications =
        previous.draw(id, latents, seeds.stream(index, Purpose.PREVIOUS));
    List<PreviousLoan> loans = applications.approved();
    CardSampler.Cards cards = card.draw(id, loans, latents, seeds.stream(index, Purpose.CARD));
    rows.put(KaggleTable.PREVIOUS_APPLICATION, applications.rows());
    rows.put(
        KaggleTable.POS_CASH_BALANCE,
        posCash.draw(id, loans, latents, seeds.stream(index, Purpose.POS)));
    rows.put(KaggleTable.CREDIT_CARD_BALANCE, cards.rows());
    rows.put(
        KaggleTable.INSTALLMENTS_PAYMENTS,
        installments.draw(
            id, loans, cards.months(), latents, seeds.stream(index, Purpose.INSTALLMENTS)));

    DefaultModel.Seen seen =
        new DefaultModel.Seen(hasBureau, !applications.rows().isEmpty(), !cards.rows().isEmpty());
    ClientDraw client =
        new ClientDraw(
            statistics,
            part,
            scores,
            seeds.stream(index, Purpose.APPLICATION),
            shifted ? shift : null);
    rows.put(
        profile.applicationTable(),
        List.<String[]>of(application(id, index, client, bureauGone, seen)));
    return new SyntheticClient(id, profile.applicationTable(), rows);
  }

  private String[] application(
      long id, long index, ClientDraw client, boolean bureauGone, DefaultModel.Seen seen) {
    Row row = new Row(profile.applicationTable());
    row.set("SK_ID_CURR", Long.toString(id));
    for (ColumnGroup group : groups(bureauGone)) {
      group.fill(client, row);
    }
    if (row.has("TARGET")) {
      boolean target = defaults.defaults(client, seen, seeds.stream(index, Purpose.OUTCOME));
      row.set("TARGET", target ? "1" : "0");
    }
    return row.cells();
  }

  private static List<ColumnGroup> groups(boolean bureauGone) {
    List<ColumnGroup> groups = new ArrayList<>();
    groups.add(new LoanColumns());
    groups.add(new PersonColumns());
    groups.add(new WorkColumns());
    groups.add(new ContactColumns());
    groups.add(new ScoreColumns());
    groups.add(new BuildingColumns());
    groups.add(new CircleColumns());
    groups.add(new DocumentColumns());
    groups.add(new EnquiryColumns(bureauGone));
    return groups;
  }

  /** Independent of everything else, so that only the bureau data tells the client apart. */
  private boolean loses(long index) {
    double without = part.category("bureau.count").share("0");
    double rise = Math.min(1, shift.bureauMissingRise() / (1 - without));
    return seeds.stream(index, Purpose.DRIFT).nextDouble() < rise;
  }
}
