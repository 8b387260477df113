package org.snn4j.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.snn4j.data.fetch.FetchProgress;

/** Says how a download goes on: a line for every sixteenth of a file, or every 64 MB of one whose length is not known. */
final class FetchLines implements FetchProgress {
    private static final int PARTS = 16;
    private static final long MEGABYTE = 1 << 20;
    private static final long STEP = 64 * MEGABYTE;

    private final Consumer<String> lines;
    private String file = "";
    private long next;

    FetchLines(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void received(String name, long bytes, OptionalLong total) {
        if (name.equals(file) && bytes < next) {
            return;
        }
        long step = total.isPresent() ? Math.max(total.getAsLong() / PARTS, 1) : STEP;
        file = name;
        next = (bytes / step + 1) * step;
        String of = total.isPresent() ? " of " + megabytes(total.getAsLong()) : "";
        lines.accept(name + ": " + megabytes(bytes) + of + " MB");
    }

    @Override
    public void again(String name, String reason) {
        file = "";
        lines.accept(name + ": again, since " + reason);
    }

    @Override
    public void unpacking(String name) {
        lines.accept(name + ": unpacking");
    }

    /** Bytes in MB of 2^20 bytes. */
    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", (double) bytes / MEGABYTE);
    }
}
