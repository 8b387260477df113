package org.snn4j.data.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Check;
import org.snn4j.data.FrameSource;
import org.snn4j.data.split.Manifest;

/**
 * Data of one run, encoded and held in memory or in files.
 *
 * @param name registered name of the data set
 * @param simulated true if the recordings come from a simulated sensor
 * @param train recordings trained on, after the share was drawn
 * @param images still images that training may see under the protocol
 * @param twin for each training recording the index in {@code images} of the picture it shows, or -1
 * @param scored recordings to score: {@code validation} (if any), {@code test}, {@code left-out} (if any), in this order
 * @param manifest every file of every part with its digest and label
 */
public record PairedData(
        String name,
        boolean simulated,
        FrameSource train,
        FrameSource images,
        int[] twin,
        Map<String, FrameSource> scored,
        Manifest manifest) {
    /** Name of the part that is trained on. */
    public static final String TRAIN = "train";
    /** Key of the validation part. */
    public static final String VALIDATION = Manifest.VALIDATION;
    /** Key of the test part. */
    public static final String TEST = "test";
    /** Key of the training recordings outside the share. */
    public static final String LEFT_OUT = "left-out";

    public PairedData {
        Check.notBlank(name, "name");
        Check.notNull(manifest, "manifest");
        if (twin.length != train.size()) {
            throw new IllegalArgumentException("twin has " + twin.length + " entries, must have " + train.size());
        }
        twin = twin.clone();
        scored = Collections.unmodifiableMap(new LinkedHashMap<>(scored));
    }

    /** A copy of the twins. */
    @Override
    public int[] twin() {
        return twin.clone();
    }

    /** All parts that have samples, by name: {@code train}, the scored ones, {@code images}. */
    public Map<String, FrameSource> parts() {
        Map<String, FrameSource> parts = new LinkedHashMap<>();
        parts.put(TRAIN, train);
        parts.putAll(scored);
        parts.put(Manifest.IMAGES, images);
        parts.values().removeIf(part -> part.size() == 0);
        return parts;
    }

    /** Class names, by label. */
    public List<String> classes() {
        return train.classes();
    }
}
