package org.snn4j.data.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.cache.Preparation;
import org.snn4j.data.cache.Recipe;

/** Keeps the parts of one data set in memory, or in files. */
final class FrameShelf {
    private static final String ADVICE = "lower data.share, data.images, data.left-out or the event encoder's steps,"
            + " keep frames in files (cache: when-needed)";

    private final String name;
    private final Optional<FrameCache> cache;

    private FrameShelf(String name, Optional<FrameCache> cache) {
        this.name = name;
        this.cache = cache;
    }

    /**
     * In files if they are asked for, or if they are allowed and memory is short.
     *
     * @param name what the data set is called
     * @param bytes memory that all parts take, at most
     * @param what what needs it
     * @throws org.snn4j.core.ConfigurationException if memory is short and files are not allowed
     */
    static FrameShelf choose(String name, FrameKeeping keeping, MemoryBudget budget, long bytes, String what) {
        boolean files =
                switch (keeping.policy()) {
                    case ALWAYS -> true;
                    case WHEN_NEEDED -> !budget.fits(bytes);
                    case NEVER -> false;
                };
        if (!files) {
            budget.require(bytes, what, ADVICE);
        }
        return new FrameShelf(name, files ? keeping.cache() : Optional.empty());
    }

    /** True if parts are kept in files, so that the digests of all samples must be known before they are encoded. */
    boolean inFiles() {
        return cache.isPresent();
    }

    /**
     * A part whose samples are encoded now, or were before; of a part without samples nothing is kept.
     *
     * @param part name of the part
     * @param digests of the raw samples; looked at only if parts are kept in files
     * @param preparation encodes; told that it is finished only if parts are kept in files, where it must refuse what must not be kept
     */
    FrameSource keep(
            String part,
            Recipe.Making making,
            Part samples,
            String[] digests,
            List<int[]> groups,
            Preparation preparation) {
        if (cache.isEmpty() || digests.length == 0) {
            return MemoryFrames.of(samples, groups, preparation);
        }
        List<Recipe.Sample> known = new ArrayList<>(digests.length);
        for (int i = 0; i < digests.length; i++) {
            known.add(new Recipe.Sample(samples.ids().get(i), samples.labels()[i], digests[i]));
        }
        Recipe recipe =
                new Recipe(name + " " + part, making, samples.shape(), samples.still(), samples.classes(), known);
        return cache.get().open(recipe, groups, preparation);
    }

    /**
     * What a part is made of.
     *
     * @param shape shape of its samples
     * @param still true if a sample is one frame that is shown at every step
     * @param classes class names by label
     * @param labels class of each sample
     * @param ids name of each sample
     */
    record Part(FrameShape shape, boolean still, List<String> classes, int[] labels, List<String> ids) {}
}
