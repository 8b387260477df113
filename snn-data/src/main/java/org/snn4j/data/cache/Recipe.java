package org.snn4j.data.cache;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;
import org.snn4j.data.split.Digest;

/**
 * Everything that the prepared frames of one part of a data set follow from; equal recipes give equal frames.
 *
 * @param name what a person calls the part, for instance {@code n-mnist train}
 * @param making how samples become frames
 * @param shape shape of every sample
 * @param still true if a sample is one frame [C, H, W] that is shown at every step
 * @param classes class names by label
 * @param samples the samples, in order
 */
public record Recipe(
        String name, Making making, FrameShape shape, boolean still, List<String> classes, List<Sample> samples) {
    /**
     * Version of the code that decodes and encodes. Count it up whenever the same file, representation and parameters give other frames than before:
     * caches of other versions are then not found any more.
     */
    public static final int CODE_VERSION = 1;

    /**
     * How samples become frames: the canonical configuration, as text.
     *
     * @param representation the encoder with all its parameters, for instance {@code {use: count-by-number, steps: 10, size: 0}}
     * @param transforms changes of the events before that, in order; empty if there are none
     * @param geometry what is known of the sensor, for instance {@code 34x34}
     */
    public record Making(String representation, String transforms, String geometry) {
        public Making {
            Check.notBlank(representation, "representation");
            Check.notNull(transforms, "transforms");
            Check.notNull(geometry, "geometry");
        }

        /** Frames of recordings that are encoded as they are. */
        public static Making of(String representation, String geometry) {
            return new Making(representation, "", geometry);
        }
    }

    /**
     * One sample.
     *
     * @param id what a person would call it, for instance {@code Train/5/00001.bin}
     * @param label its class
     * @param digest SHA-256 of its raw bytes, in hexadecimal digits; where it is a part of a file, a digest of the file's with its place in it
     */
    public record Sample(String id, int label, String digest) {
        public Sample {
            Check.notNull(id, "id");
            Check.notBlank(digest, "digest of sample " + id);
        }
    }

    public Recipe {
        Check.notBlank(name, "name");
        Check.notNull(making, "making");
        Check.notNull(shape, "shape");
        classes = List.copyOf(classes);
        samples = List.copyOf(samples);
        for (Sample sample : samples) {
            Check.inRange(sample.label(), 0, classes.size() - 1, "label of " + sample.id());
        }
    }

    /** Values of one sample as it is kept. */
    int values() {
        return still ? shape.frameLength() : shape.length();
    }

    /** How often what is kept is repeated in a sample. */
    int repeats() {
        return still ? shape.steps() : 1;
    }

    /** SHA-256 over all of it, the version of the code and that of the files, in hexadecimal digits. */
    public String key() {
        Digest digest = new Digest();
        add(digest, "snn4j frames, file version " + FrameFile.VERSION + ", code version " + CODE_VERSION);
        add(digest, name);
        add(digest, making.representation());
        add(digest, making.transforms());
        add(digest, making.geometry());
        add(digest, shape.toString());
        add(digest, still ? "still" : "sequence");
        add(digest, classes.size() + " classes");
        classes.forEach(each -> add(digest, each));
        add(digest, samples.size() + " samples");
        for (Sample sample : samples) {
            add(digest, sample.id());
            add(digest, Integer.toString(sample.label()));
            add(digest, sample.digest());
        }
        return digest.hex();
    }

    /** With its length, so that no two lists of texts are alike. */
    private static void add(Digest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.add((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)).add(bytes);
    }
}
