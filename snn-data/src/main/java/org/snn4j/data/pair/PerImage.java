package org.snn4j.data.pair;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;

/**
 * An epoch walks the images; each gets a recording of its class.
 *
 * <p>The partner by position of image number i of class c (in the order of the image source) is recording number {@code i mod n_c} of class c, n_c its number of
 * training recordings. A limit takes a new random part of the images in each epoch. Trained alone, the source stream walks the images the same way and
 * the target stream walks the recordings once.
 */
@Reference(
        title = "RISTL, code of Zhan et al. (R2ETL), IEEE TIP 2024",
        link = "https://github.com/kanpeiming/RISTL",
        equation = "TL/dataloader/mnist.py, TLMNIST.__getitem__")
public final class PerImage implements PairSampler {
    /** How the recording of an image is chosen. */
    public enum Partner {
        /** Recording number i mod n_c of the class for image number i of the class: always the same one. */
        BY_POSITION,
        /** A uniformly random recording of the class, drawn anew at each visit. */
        RANDOM
    }

    /**
     * @param partner choice of the recording
     * @param pairs most images visited in one epoch; 0 visits all
     */
    public record Config(Partner partner, int pairs) {
        public static final Config DEFAULTS = new Config(Partner.BY_POSITION, 0);

        public Config {
            Check.notNull(partner, "partner");
            Check.atLeast(pairs, 0, "pairs");
        }
    }

    private final Config config;

    @Inject
    public PerImage(Config config) {
        this.config = config;
    }

    @Override
    public List<Pair> epoch(Population population, Set<Stream> streams, RandomGenerator random) {
        if (!streams.contains(Stream.SOURCE)) {
            return Walks.recordings(population, 1, random);
        }
        List<Pair> images = Walks.images(population, config.pairs(), random);
        if (!streams.contains(Stream.TARGET)) {
            return images;
        }
        population.requireBothSides();
        int[] positions = positions(population);
        return images.stream()
                .map(pair -> new Pair(
                        pair.image(), recording(population, pair, positions[pair.image()], random), pair.label()))
                .toList();
    }

    private int recording(Population population, Pair pair, int position, RandomGenerator random) {
        return switch (config.partner()) {
            case BY_POSITION -> population.recording(pair.label(), position % population.recordingsOf(pair.label()));
            case RANDOM -> Walks.randomRecording(population, pair.label(), random);
        };
    }

    /** Position of each image inside its class. */
    private static int[] positions(Population population) {
        int[] positions = new int[population.images()];
        for (int label = 0; label < population.classCount(); label++) {
            int current = label;
            IntStream.range(0, population.imagesOf(label)).forEach(i -> positions[population.image(current, i)] = i);
        }
        return positions;
    }
}
