package org.snn4j.eval.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.snn4j.core.Stream;
import org.snn4j.data.pair.Pair;
import org.snn4j.data.pair.PairSampler;
import org.snn4j.data.pair.Population;

/**
 * Epochs of another sampler one behind the other, cut off at a number of pairs, so that every batch is a whole one.
 *
 * @param sampler draws the pairs
 * @param count pairs
 */
record RepeatedPairs(PairSampler sampler, int count) implements PairSampler {
    @Override
    public List<Pair> epoch(Population population, Set<Stream> streams, RandomGenerator random) {
        List<Pair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            List<Pair> epoch = sampler.epoch(population, streams, random);
            if (epoch.isEmpty()) {
                throw new IllegalStateException("a sampler drew no pair, but did not refuse");
            }
            pairs.addAll(epoch);
        }
        return List.copyOf(pairs.subList(0, count));
    }
}
