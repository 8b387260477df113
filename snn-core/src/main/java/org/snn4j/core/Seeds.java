package org.snn4j.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Named, independent streams of random numbers derived from one root seed.
 *
 * <p>A stream's seed is the SHA-256 of the root and the stream's name, so a new consumer shifts no other stream, and every variant of an
 * experiment shares data order and initial weights. The generator is xoshiro256++ (Blackman and Vigna), fixed by name so that results do not
 * change with the JDK's default.
 */
public final class Seeds {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATOR =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus");

    private final long root;
    private final Map<String, Long> used = new ConcurrentSkipListMap<>();

    public Seeds(long root) {
        this.root = root;
    }

    /** The seed that all streams are derived from. */
    public long root() {
        return root;
    }

    /** A new generator at the start of the named stream. */
    public RandomGenerator stream(String name) {
        return GENERATOR.create(use(name));
    }

    /** Seeds of a part (a phase, an epoch, a sample) with streams of their own. */
    public Seeds child(String name) {
        return new Seeds(use(name));
    }

    /** Seed of every stream and child asked for so far, by name: what a run's provenance lists. */
    public SortedMap<String, Long> used() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(used));
    }

    /** The 64-bit seed of the named stream, for provenance. */
    public long seed(String name) {
        Check.notBlank(name, "stream name");
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(root).flip());
        return ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private long use(String name) {
        long seed = seed(name);
        used.put(name, seed);
        return seed;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256, which every JDK must have", e);
        }
    }
}
