package org.snn4j.data.dataset;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;
import org.snn4j.data.cache.PackedSample;
import org.snn4j.data.cache.Preparation;

/** Samples held in memory, a byte per value where that is exact; a still image is held once and read T times. */
public final class MemoryFrames implements FrameSource {
    private final FrameShape shape;
    private final int repeats;
    private final List<String> classes;
    private final int[] labels;
    private final List<String> ids;
    private final PackedSample[] samples;

    private MemoryFrames(
            FrameShape shape,
            int repeats,
            List<String> classes,
            int[] labels,
            List<String> ids,
            PackedSample[] samples) {
        this.shape = shape;
        this.repeats = repeats;
        this.classes = List.copyOf(classes);
        this.labels = labels;
        this.ids = List.copyOf(ids);
        this.samples = samples;
    }

    /**
     * Encodes samples of recordings, several at a time.
     *
     * @param labels class of each sample
     * @param ids name of each sample
     * @param encoder a sample's frames [T, C, H, W], by index; called from several threads
     */
    public static MemoryFrames ofSequences(
            FrameShape shape, List<String> classes, int[] labels, List<String> ids, IntFunction<float[]> encoder) {
        return new MemoryFrames(
                shape, 1, classes, checked(labels, ids, classes), ids, packed(labels.length, shape.length(), encoder));
    }

    /**
     * Encodes still images, several at a time; each is shown at all T steps.
     *
     * @param encoder an image's frame [C, H, W], by index; called from several threads
     */
    public static MemoryFrames ofStills(
            FrameShape shape, List<String> classes, int[] labels, List<String> ids, IntFunction<float[]> encoder) {
        return new MemoryFrames(
                shape,
                shape.steps(),
                classes,
                checked(labels, ids, classes),
                ids,
                packed(labels.length, shape.frameLength(), encoder));
    }

    /**
     * Encodes samples group by group, several groups at a time.
     *
     * @param groups indices of samples; every sample is in one group
     */
    static MemoryFrames of(FrameShelf.Part part, List<int[]> groups, Preparation preparation) {
        FrameShape shape = part.shape();
        int length = part.still() ? shape.frameLength() : shape.length();
        PackedSample[] samples = new PackedSample[part.labels().length];
        groups.parallelStream()
                .forEach(group ->
                        preparation.encode(group, (index, frames) -> samples[index] = packed(index, frames, length)));
        int[] labels = checked(part.labels(), part.ids(), part.classes());
        return new MemoryFrames(shape, part.still() ? shape.steps() : 1, part.classes(), labels, part.ids(), samples);
    }

    private static int[] checked(int[] labels, List<String> ids, List<String> classes) {
        if (ids.size() != labels.length) {
            throw new IllegalArgumentException("ids has " + ids.size() + " entries, must have " + labels.length);
        }
        for (int label : labels) {
            Check.inRange(label, 0, classes.size() - 1, "label");
        }
        return labels.clone();
    }

    private static PackedSample[] packed(int count, int length, IntFunction<float[]> encoder) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> packed(i, encoder.apply(i), length))
                .toArray(PackedSample[]::new);
    }

    private static PackedSample packed(int index, float[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    "sample " + index + " has " + values.length + " values, must have " + length);
        }
        return PackedSample.of(values);
    }

    @Override
    public int size() {
        return samples.length;
    }

    @Override
    public FrameShape shape() {
        return shape;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public String id(int index) {
        return ids.get(index);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        samples[index].copyTo(target, offset, repeats);
    }
}
