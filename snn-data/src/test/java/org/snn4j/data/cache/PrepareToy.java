package org.snn4j.data.cache;

import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.snn4j.data.split.Digest;

/**
 * A process that prepares the toy part and reads all of it; prints {@code begin}, then the number of samples that it made and the SHA-256 of what it read.
 *
 * <p>Arguments: folder, samples.
 */
final class PrepareToy {
    private PrepareToy() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        Recipe recipe = ToyPart.recipe(Integer.parseInt(arguments[1]));
        AtomicInteger made = new AtomicInteger();
        out.println("begin");
        CachedFrames frames = new FrameCache(Path.of(arguments[0])).open(recipe, (group, sink) -> {
            made.addAndGet(group.length);
            ToyPart.encode(group, sink);
        });
        out.println(made + " " + digest(frames));
    }

    static String digest(CachedFrames frames) {
        Digest digest = new Digest();
        float[] values = new float[frames.shape().length()];
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        for (int i = 0; i < frames.size(); i++) {
            frames.read(i, values, 0);
            bytes.asFloatBuffer().put(values);
            digest.add(bytes.array());
        }
        return digest.hex();
    }
}
