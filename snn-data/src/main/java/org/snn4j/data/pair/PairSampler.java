package org.snn4j.data.pair;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.snn4j.core.Stream;

/** The rule by which one epoch walks through images and recordings. */
public interface PairSampler {
    /**
     * @param population labels of both sides
     * @param streams streams that are trained: with one of them, the other side of every pair is {@link Pair#NONE}
     * @param random source of order and partners, fresh for each epoch
     * @return the pairs of one epoch in the order of training
     * @throws org.snn4j.core.ConfigurationException if a class is on one side only, or a side that is trained is empty
     */
    List<Pair> epoch(Population population, Set<Stream> streams, RandomGenerator random);
}
