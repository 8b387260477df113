package org.snn4j.transfer.train;

import java.util.List;
import java.util.random.RandomGenerator;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;

/**
 * Two classes: in class 0 the upper half of the frame is bright, in class 1 the lower half. Recordings flicker from step to step, images stand still.
 *
 * @param flickers true for recordings
 */
record ToySource(String name, FrameShape shape, int size, boolean flickers) implements FrameSource {
    static final FrameShape SHAPE = new FrameShape(3, 2, 6, 6);

    static ToySource images(int size) {
        return new ToySource("image", SHAPE, size, false);
    }

    static ToySource recordings(String name, int size) {
        return new ToySource(name, SHAPE, size, true);
    }

    @Override
    public List<String> classes() {
        return List.of("up", "down");
    }

    @Override
    public int label(int index) {
        return index % 2;
    }

    @Override
    public String id(int index) {
        return name + "-" + index;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        RandomGenerator random = new Seeds(index).stream(name);
        float[] still = new float[shape.frameLength()];
        for (int t = 0; t < shape.steps(); t++) {
            for (int i = 0; i < still.length; i++) {
                int row = i / shape.width() % shape.height();
                boolean bright = (row < shape.height() / 2) == (label(index) == 0);
                if (t == 0 || flickers) {
                    still[i] = random.nextDouble() < (bright ? 0.7 : 0.1) ? 1 : 0;
                }
                target[offset + t * still.length + i] = still[i];
            }
        }
    }
}
