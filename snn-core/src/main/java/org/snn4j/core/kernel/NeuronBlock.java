package org.snn4j.core.kernel;

import java.util.Arrays;
import org.snn4j.core.TimeFold;
import org.snn4j.core.neuron.LinearCharge;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.neuron.Reset;

/** A block of neighbouring neurons of one sample, run over all time steps. One per task; moved from block to block. */
final class NeuronBlock {
    /** Values per block and step aimed at: ten steps of potentials and inputs then fit a first-level cache. */
    private static final int TARGET_LENGTH = 512;
    /** Two factors of this size lift the smallest positive difference of floats above 1. */
    private static final float LARGE = 1e38f;

    final NeuronModel model;
    final LinearCharge charge;
    final int steps;
    final int channels;
    /** Groups of the affine map that this stream has: 1, or one per step; 0 without a map. */
    final int groups;

    private final TimeFold fold;
    private final int stream;
    private final int sample;
    private final int rowLength;
    private final float[][] scale;
    private final float[][] shift;
    private final float[] potential;
    private final float[] spikes;
    /** Spikes of each neuron so far. */
    private final float[] emitted;
    /** y of every step. */
    final float[][] current;
    /** h of every step. */
    final float[][] charged;
    /** z of the step at work. */
    final float[] normalized;

    private int start;
    private int length;

    NeuronBlock(
            NeuronModel model,
            LinearCharge charge,
            Affine affine,
            TimeFold fold,
            int stream,
            int sample,
            int rowLength,
            int channels,
            int blockLength) {
        this.model = model;
        this.charge = charge;
        this.fold = fold;
        this.stream = stream;
        this.sample = sample;
        this.rowLength = rowLength;
        this.channels = channels;
        this.steps = fold.steps();
        this.groups = affine == null ? 0 : affine.groups() / fold.streams().size();
        this.scale = new float[groups][];
        this.shift = new float[groups][];
        for (int g = 0; g < groups; g++) {
            scale[g] = tile(affine.scale()[stream * groups + g], blockLength);
            shift[g] = tile(affine.shift()[stream * groups + g], blockLength);
        }
        this.potential = new float[blockLength];
        this.spikes = new float[blockLength];
        this.emitted = new float[blockLength];
        this.normalized = new float[blockLength];
        this.current = new float[steps][blockLength];
        this.charged = new float[steps][blockLength];
    }

    /** Block length for a row: a multiple of the channels, so that every block starts at channel 0. */
    static int length(int rowLength, int channels) {
        return Math.min(rowLength, channels * Math.max(1, TARGET_LENGTH / channels));
    }

    private static float[] tile(double[] perChannel, int length) {
        float[] tiled = new float[length];
        for (int i = 0; i < length; i++) {
            tiled[i] = (float) perChannel[i % perChannel.length];
        }
        return tiled;
    }

    void moveTo(int start, int length) {
        this.start = start;
        this.length = length;
    }

    int length() {
        return length;
    }

    /** Position of this block at a step, in values from the begin of the fold. */
    int position(int step) {
        return Math.addExact(Math.multiplyExact(fold.row(stream, step) + sample, rowLength), start);
    }

    /** Reads the inputs, computes h of every step and, where a target is given, writes spikes and potentials; returns the spikes emitted. */
    double forward(HeapView currents, HeapView spikesOut, HeapView beforeOut, HeapView afterOut) {
        Arrays.fill(potential, 0, length, initialPotential());
        Arrays.fill(emitted, 0, length, 0f);
        for (int t = 0; t < steps; t++) {
            currents.read(position(t), current[t], 0, length);
            float[] z = normalize(t);
            charge(z, charged[t]);
            fire(charged[t], spikes);
            if (beforeOut != null) {
                beforeOut.write(position(t), charged[t], 0, length);
            }
            reset(charged[t], spikes, potential);
            if (spikesOut != null) {
                spikesOut.write(position(t), spikes, 0, length);
                for (int i = 0; i < length; i++) {
                    emitted[i] += spikes[i];
                }
            }
            if (afterOut != null) {
                afterOut.write(position(t), potential, 0, length);
            }
        }
        return sum(emitted);
    }

    float initialPotential() {
        return (float) model.reset().potential();
    }

    float[] normalize(int t) {
        if (groups == 0) {
            return current[t];
        }
        float[] y = current[t];
        float[] a = scale[groups == 1 ? 0 : t];
        float[] b = shift[groups == 1 ? 0 : t];
        for (int i = 0; i < length; i++) {
            normalized[i] = y[i] * a[i] + b[i];
        }
        return normalized;
    }

    private void charge(float[] z, float[] h) {
        float decay = (float) charge.decay();
        float gain = (float) charge.gain();
        float drive = (float) charge.drive();
        for (int i = 0; i < length; i++) {
            h[i] = decay * potential[i] + gain * z[i] + drive;
        }
    }

    /** s = 1 where h passes the threshold, without a branch so that the loop vectorises. */
    void fire(float[] h, float[] s) {
        float threshold = (float) model.firing().threshold();
        if (model.firing().inclusive()) {
            for (int i = 0; i < length; i++) {
                s[i] = 1f - Math.min(1f, Math.max(0f, (threshold - h[i]) * LARGE * LARGE));
            }
        } else {
            for (int i = 0; i < length; i++) {
                s[i] = Math.min(1f, Math.max(0f, (h[i] - threshold) * LARGE * LARGE));
            }
        }
    }

    /** v after the reset. */
    void reset(float[] h, float[] s, float[] v) {
        Reset reset = model.reset();
        float threshold = (float) model.firing().threshold();
        float rest = (float) reset.potential();
        if (reset.hard()) {
            for (int i = 0; i < length; i++) {
                v[i] = (1f - s[i]) * h[i] + s[i] * rest;
            }
        } else {
            for (int i = 0; i < length; i++) {
                v[i] = h[i] - s[i] * threshold;
            }
        }
    }

    private double sum(float[] values) {
        float sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[i];
        }
        return sum;
    }
}
