package org.snn4j.data.dataset;

import java.util.Optional;
import java.util.Set;
import org.snn4j.core.Check;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.cache.Recipe;

/**
 * Where the frames of a data set are kept, and what they are known by in files. The recordings and images themselves need not be said: they are known by the
 * digests of their bytes.
 *
 * @param policy when they are kept in files
 * @param cache folder of files; empty only if they are never kept there
 * @param events how recordings become frames: the encoder with all its parameters
 * @param transforms changes of recordings before they are encoded; empty if there are none
 * @param images how still images become frames
 * @param origin what else frames follow from: how the data set reads its files, and the digests of plug-ins
 */
public record FrameKeeping(
        Policy policy, Optional<FrameCache> cache, String events, String transforms, String images, String origin) {
    /** Parameters of data sets that say which samples are drawn and nothing of how one is read: they change no frames. */
    public static final Set<String> DRAWN = Set.of("share", "validation", "images", "left-out", "minimum");

    /** In memory; data that do not fit are refused. */
    public static final FrameKeeping IN_MEMORY =
            new FrameKeeping(Policy.NEVER, Optional.empty(), "unnamed", "", "unnamed", "");

    /** When frames are kept in files. */
    public enum Policy {
        /** Never: what does not fit into memory is refused. */
        NEVER,
        /** When they do not fit into memory. */
        WHEN_NEEDED,
        /** Always, so that the next run finds them. */
        ALWAYS
    }

    public FrameKeeping {
        Check.notNull(policy, "policy");
        Check.notNull(cache, "cache");
        Check.notBlank(events, "events");
        Check.notNull(transforms, "transforms");
        Check.notBlank(images, "images");
        Check.notNull(origin, "origin");
        if (policy != Policy.NEVER && cache.isEmpty()) {
            throw new IllegalArgumentException("policy is " + policy + ", must be NEVER without a cache");
        }
    }

    /** How recordings of a sensor become frames. */
    Recipe.Making ofEvents(String sensor) {
        return new Recipe.Making(events, transforms, sensor + "; " + origin);
    }

    /** How still images become frames. */
    Recipe.Making ofImages() {
        return new Recipe.Making(images, "", origin);
    }
}
