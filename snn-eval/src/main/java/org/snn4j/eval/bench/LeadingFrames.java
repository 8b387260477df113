package org.snn4j.eval.bench;

import java.util.List;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;

/**
 * The first samples of a source.
 *
 * @param source all samples
 * @param size how many, at most those of the source
 */
record LeadingFrames(FrameSource source, int size) implements FrameSource {
    @Override
    public FrameShape shape() {
        return source.shape();
    }

    @Override
    public List<String> classes() {
        return source.classes();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public String id(int index) {
        return source.id(index);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(index, target, offset);
    }
}
