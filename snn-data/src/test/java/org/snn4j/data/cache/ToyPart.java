package org.snn4j.data.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.split.Digest;

/** A small part of made-up samples, some of counts, some of other numbers. */
final class ToyPart {
    static final FrameShape SHAPE = new FrameShape(3, 2, 8, 9);
    static final List<String> CLASSES = List.of("a", "b", "c");

    private ToyPart() {}

    static Recipe recipe(int samples) {
        return recipe(samples, "{use: toy, steps: 3}");
    }

    static Recipe recipe(int samples, String representation) {
        List<Recipe.Sample> list = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            list.add(new Recipe.Sample("Train/" + i, i % 3, Digest.of(new byte[] {(byte) i, (byte) (i >> 8)})));
        }
        return new Recipe("toy train", Recipe.Making.of(representation, "9x8"), SHAPE, false, CLASSES, list);
    }

    static float[] frames(int sample) {
        RandomGenerator random = new Seeds(7).stream("sample " + sample);
        float[] values = new float[SHAPE.length()];
        for (int i = 0; i < values.length; i++) {
            boolean zero = random.nextDouble() < 0.8;
            values[i] = zero ? 0 : sample % 5 == 0 ? random.nextFloat() : random.nextInt(9);
        }
        return values;
    }

    static void encode(int[] group, Preparation.Sink sink) {
        for (int sample : group) {
            sink.accept(sample, frames(sample));
        }
    }
}
