package org.snn4j.data.pair;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snn4j.core.ConfigurationException;

/** Orders in which samples of one side are visited. */
final class Walks {
    private Walks() {}

    /** All of 0..count-1 in random order (Fisher-Yates), or its first {@code limit}; 0 is no limit. */
    static int[] shuffled(int count, int limit, RandomGenerator random) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return limit == 0 || limit >= count
                ? order
                : IntStream.of(order).limit(limit).toArray();
    }

    /** Images alone, in random order, at most {@code limit}. */
    static List<Pair> images(Population population, int limit, RandomGenerator random) {
        if (population.images() == 0) {
            throw new ConfigurationException("pairing: the source stream is trained, but there are no training images");
        }
        return IntStream.of(shuffled(population.images(), limit, random))
                .mapToObj(image -> new Pair(image, Pair.NONE, population.imageLabel(image)))
                .toList();
    }

    /** Recordings alone, {@code rounds} times all of them, each round in its own random order. */
    static List<Pair> recordings(Population population, int rounds, RandomGenerator random) {
        if (population.recordings() == 0) {
            throw new ConfigurationException(
                    "pairing: the target stream is trained, but there are no training recordings");
        }
        return Collections.nCopies(rounds, population.recordings()).stream()
                .flatMapToInt(count -> IntStream.of(shuffled(count, 0, random)))
                .mapToObj(recording -> new Pair(Pair.NONE, recording, population.recordingLabel(recording)))
                .collect(Collectors.toUnmodifiableList());
    }

    /** A random image of a class. */
    static int randomImage(Population population, int label, RandomGenerator random) {
        return population.image(label, random.nextInt(population.imagesOf(label)));
    }

    /** A random recording of a class. */
    static int randomRecording(Population population, int label, RandomGenerator random) {
        return population.recording(label, random.nextInt(population.recordingsOf(label)));
    }
}
