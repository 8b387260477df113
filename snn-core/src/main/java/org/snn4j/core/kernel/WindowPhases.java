package org.snn4j.core.kernel;

import java.util.Arrays;

/**
 * A frame of inputs and one of output gradients as matrices [place, channel] in which a tap of the window is a distance: output place q meets input place
 * q + {@link #shift}. With a stride of s, the inputs are dealt to s x s phases, a matrix each; lines are filled up with zeros where a window reaches over their ends.
 */
final class WindowPhases {
    /** Keeps rows from falling into the same place of a cache. */
    private static final int SKEW = WinogradLoops.COLUMNS;

    private final MapsView input;
    private final MapsView gradient;
    private final Window window;
    /** Phases that a tap may be farther away. */
    private final int reach;
    /** Places of a line. */
    private final int line;
    /** Places of a phase. */
    private final int phase;
    /** Distance of the rows of inputs, and of gradients. */
    final int inputRow;

    final int gradientRow;

    WindowPhases(MapsView input, MapsView gradient, Window window) {
        this.input = input;
        this.gradient = gradient;
        this.window = window;
        this.reach = (window.size() - 1) / window.stride();
        this.line = line();
        this.phase = (gradient.height + reach) * line + reach;
        this.inputRow = WinogradTiles.columns(input.channels) + SKEW;
        this.gradientRow = WinogradTiles.columns(gradient.channels) + SKEW;
    }

    /** So long that neither end of a line reaches into the next one. */
    private int line() {
        int least = gradient.width;
        for (int p = 0; p < Math.min(window.stride(), window.size()); p++) {
            int first = WinogradTiles.ceil(Math.max(0, window.padding() - p), window.stride());
            int last = Math.min(gradient.width - 1 + reach, (input.width - 1 + window.padding() - p) / window.stride());
            least = Math.max(least, Math.max(last + 1, gradient.width + reach - first));
        }
        return least;
    }

    /** Values of the inputs of a frame. */
    int inputLength() {
        return window.stride() * window.stride() * phase * inputRow;
    }

    /** Values of the gradients of a frame. */
    int gradientLength() {
        return gradient.height * line * gradientRow;
    }

    /** Output places: none behind the last pixel. */
    int places() {
        return (gradient.height - 1) * line + gradient.width;
    }

    /** Input place that the first output place meets through a tap. */
    int shift(int ky, int kx) {
        int s = window.stride();
        return (ky % s * s + kx % s) * phase + ky / s * line + kx / s;
    }

    void readInput(int frame, float[] to, int at) {
        Arrays.fill(to, at, at + inputLength(), 0f);
        int s = window.stride();
        for (int y = 0; y < input.height; y++) {
            int row = y + window.padding();
            if (row / s >= gradient.height + reach) {
                break;
            }
            for (int x = 0; x < input.width; x++) {
                int column = x + window.padding();
                if (column / s >= line) {
                    break;
                }
                int place = (row % s * s + column % s) * phase + row / s * line + column / s;
                int from = ((frame * input.height + y) * input.width + x) * input.channels;
                input.view.read(from, to, at + place * inputRow, input.channels);
            }
        }
    }

    void readGradient(int frame, float[] to, int at) {
        Arrays.fill(to, at, at + gradientLength(), 0f);
        for (int y = 0; y < gradient.height; y++) {
            for (int x = 0; x < gradient.width; x++) {
                int from = ((frame * gradient.height + y) * gradient.width + x) * gradient.channels;
                gradient.view.read(from, to, at + (y * line + x) * gradientRow, gradient.channels);
            }
        }
    }
}
