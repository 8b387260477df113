package org.snn4j.data.pair;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.snn4j.core.Check;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.Reference;
import org.snn4j.core.Stream;

/**
 * An epoch walks the recordings; each gets an image of its class.
 *
 * <p>With few recordings a network sees few images: {@code rounds * recordings} presentations an epoch. Trained alone, the target stream walks the recordings
 * the same way and the source stream walks all images.
 */
@Reference(
        title = "Transfer-for-DVS, official code of He et al., AAAI 2024",
        link = "https://github.com/Brain-Cog-Lab/Transfer-for-DVS",
        equation =
                "main_transfer.py, train_epoch: a uniformly random image of the same class. Differs: recordings are visited without replacement")
public final class PerRecording implements PairSampler {
    /** How the image of a recording is chosen. */
    public enum Partner {
        /** A uniformly random image of the class, drawn anew at each visit. */
        RANDOM,
        /** The picture that the recording shows; an error where it is not among the images. */
        TWIN,
        /** The picture that the recording shows if it is among the images, otherwise a random one of the class. */
        TWIN_OR_RANDOM
    }

    /**
     * @param partner choice of the image
     * @param rounds visits to each recording in one epoch, at least 1
     */
    public record Config(Partner partner, int rounds) {
        public static final Config DEFAULTS = new Config(Partner.RANDOM, 1);

        public Config {
            Check.notNull(partner, "partner");
            Check.atLeast(rounds, 1, "rounds");
        }
    }

    private final Config config;

    @Inject
    public PerRecording(Config config) {
        this.config = config;
    }

    @Override
    public List<Pair> epoch(Population population, Set<Stream> streams, RandomGenerator random) {
        if (!streams.contains(Stream.TARGET)) {
            return Walks.images(population, 0, random);
        }
        List<Pair> recordings = Walks.recordings(population, config.rounds(), random);
        if (!streams.contains(Stream.SOURCE)) {
            return recordings;
        }
        population.requireBothSides();
        return recordings.stream()
                .map(pair -> new Pair(image(population, pair, random), pair.recording(), pair.label()))
                .toList();
    }

    private int image(Population population, Pair pair, RandomGenerator random) {
        int twin = config.partner() == Partner.RANDOM ? Pair.NONE : population.twin(pair.recording());
        if (twin == Pair.NONE && config.partner() == Partner.TWIN) {
            throw new ConfigurationException("pairing.partner: the picture of training recording " + pair.recording()
                    + " is not among the training images; use 'twin-or-random' or 'random'");
        }
        return twin == Pair.NONE ? Walks.randomImage(population, pair.label(), random) : twin;
    }
}
