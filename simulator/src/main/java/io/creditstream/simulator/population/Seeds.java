package io.creditstream.simulator.population;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random streams by (seed, profile, client, purpose), independent of each other and of the order in
 * which clients are asked for.
 */
record Seeds(long seed, Profile profile) {

  /** What a stream is for; a stream of its own for each keeps the others as they are. */
  enum Purpose {
    LATENTS,
    APPLICATION,
    BUREAU,
    BUREAU_BALANCE,
    PREVIOUS,
    POS,
    CARD,
    INSTALLMENTS,
    OUTCOME,
    DRIFT
  }

  RandomGenerator stream(long index, Purpose purpose) {
    long state = mix(seed + 0x9E3779B97F4A7C15L * (profile.ordinal() + 1));
    state = mix(state ^ index * 0xD1342543DE82EF95L);
    return new SplittableRandom(mix(state + purpose.ordinal() * 0x9E3779B97F4A7C15L));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014, variant 13). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
