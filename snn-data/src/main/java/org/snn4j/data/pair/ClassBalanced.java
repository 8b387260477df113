package org.snn4j.data.pair;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;

/**
 * Every pair is drawn with replacement: first a class, all equally likely, then a recording and an image of it.
 *
 * <p>The same as drawing recordings with weights inverse to the size of their class. One epoch draws as many pairs as there are recordings (or images, where only
 * the source stream is trained), unless a number is given.
 */
@Reference(
        title = "Transfer-for-DVS, official code of He et al., AAAI 2024",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation = "braincog/datasets/datasets.py, get_NCALTECH101_data: weighted sampler with weight 1 / class size")
public final class ClassBalanced implements PairSampler {
    /** @param pairs pairs of one epoch; 0 draws as many as there are recordings */
    public record Config(int pairs) {
        public static final Config DEFAULTS = new Config(0);

        public Config {
            Check.atLeast(pairs, 0, "pairs");
        }
    }

    private final int pairs;

    @Inject
    public ClassBalanced(Config config) {
        this.pairs = config.pairs();
    }

    @Override
    public List<Pair> epoch(Population population, Set<Stream> streams, RandomGenerator random) {
        boolean source = streams.contains(Stream.SOURCE);
        boolean target = streams.contains(Stream.TARGET);
        if (source && target) {
            population.requireBothSides();
        }
        int[] labels = presentClasses(population, target);
        if (labels.length == 0) {
            throw new ConfigurationException(
                    "pairing: there are no training " + (target ? "recordings" : "images") + " to draw from");
        }
        int all = target ? population.recordings() : population.images();
        return IntStream.range(0, pairs == 0 ? all : pairs)
                .mapToObj(i -> {
                    int label = labels[random.nextInt(labels.length)];
                    int recording = target ? Walks.randomRecording(population, label, random) : Pair.NONE;
                    int image = source ? Walks.randomImage(population, label, random) : Pair.NONE;
                    return new Pair(image, recording, label);
                })
                .toList();
    }

    private static int[] presentClasses(Population population, boolean target) {
        return IntStream.range(0, population.classCount())
                .filter(label -> (target ? population.recordingsOf(label) : population.imagesOf(label)) > 0)
                .toArray();
    }
}
