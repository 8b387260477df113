package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Seeds;

/**
 * Trains a network on simulated recordings, so that its spike rates and running statistics are those of a trained network, and writes its state and
 * other recordings to time it on.
 *
 * <p>Arguments: network, training steps, folder, T to train with, further T to write recordings for.
 */
public final class PrepareState {
    /** File with the trained state. */
    static final String WEIGHTS = "trained";

    private static final int BATCH = 8;
    private static final int TRAINING_RECORDINGS = 480;
    private static final int TIMED_RECORDINGS = 32;
    private static final double RATE = 1e-3;
    /** Passes that let the running statistics reach those of the last weights. */
    private static final int SETTLING = 30;

    private static final int REPORTED = 10;

    private PrepareState() {}

    /** Prepares one network. */
    public static void main(String[] arguments) throws IOException {
        Topology topology = Topology.named(arguments[0]);
        int trainingSteps = Integer.parseInt(arguments[1]);
        Path folder = Path.of(arguments[2]);
        int[] steps =
                Arrays.stream(arguments).skip(3).mapToInt(Integer::parseInt).toArray();
        Recordings recordings = new Recordings(TRAINING_RECORDINGS + TIMED_RECORDINGS);
        for (int t : steps) {
            Map<String, INDArray> arrays = recordings.arrays(t, topology.side());
            arrays.replaceAll((name, array) -> timed(array));
            ArrayFile.write(folder, Recordings.file(t), arrays);
        }
        INDArray frames = recordings.frames(steps[0], topology.side());
        ArrayFile.write(
                folder,
                WEIGHTS,
                train(topology, frames, recordings.labels(), trainingSteps)
                        .network()
                        .state());
    }

    /** The last recordings, which are not trained on. */
    private static INDArray timed(INDArray array) {
        boolean labels = array.rank() == 1;
        long end = array.size(labels ? 0 : 1);
        var range = NDArrayIndex.interval(TRAINING_RECORDINGS, end);
        return (labels ? array.get(range) : array.get(NDArrayIndex.all(), range)).dup('c');
    }

    private static Subject train(Topology topology, INDArray frames, int[] labels, int trainingSteps) {
        RandomGenerator random = new Seeds(1).stream("batches");
        INDArray batch =
                frames.get(NDArrayIndex.all(), NDArrayIndex.interval(0, BATCH)).dup('c');
        int[] batchLabels = new int[BATCH];
        Subject subject = Subject.of(topology, DataType.FLOAT, batch, batchLabels);
        for (int step = 1; step <= trainingSteps; step++) {
            draw(frames, labels, random, batch, batchLabels);
            INDArray logits = subject.train(RATE);
            if (step == 1 || step % REPORTED == 0 || step == trainingSteps) {
                System.err.println(progress(step, logits, subject));
            }
        }
        for (int pass = 0; pass < SETTLING; pass++) {
            draw(frames, labels, random, batch, batchLabels);
            subject.look();
        }
        return subject;
    }

    private static void draw(
            INDArray frames, int[] labels, RandomGenerator random, INDArray batch, int... batchLabels) {
        for (int n = 0; n < BATCH; n++) {
            int sample = random.nextInt(TRAINING_RECORDINGS);
            batch.get(NDArrayIndex.all(), NDArrayIndex.point(n))
                    .assign(frames.get(NDArrayIndex.all(), NDArrayIndex.point(sample)));
            batchLabels[n] = labels[sample];
        }
    }

    private static String progress(int step, INDArray logits, Subject subject) {
        StringBuilder line =
                new StringBuilder("step " + step + ": " + subject.right(logits) + " of " + BATCH + " right, rates");
        subject.rates().forEach((layer, rate) -> line.append(String.format(" %s %.3f", layer, rate)));
        return line.toString();
    }
}
