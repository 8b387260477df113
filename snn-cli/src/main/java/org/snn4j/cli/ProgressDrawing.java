package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.TrainListener;

/** Draws how one run goes on a terminal, with batches done and left, time used and left, and the loss: one line that is redrawn, one per phase. */
final class ProgressDrawing implements TrainListener, AutoCloseable {
    private final PrintWriter terminal;
    private final String title;
    private ProgressBar bar;
    private String drawnPhase;

    /** @param title what the run is called */
    ProgressDrawing(PrintWriter terminal, String title) {
        this.terminal = terminal;
        this.title = title;
    }

    @Override
    public void epochStarted(String phase, Progress progress) {
        if (!phase.equals(drawnPhase)) {
            close();
            drawnPhase = phase;
            bar = new ProgressBarBuilder()
                    .setTaskName(title + ", " + phase)
                    .setInitialMax((long) progress.epochs() * progress.batches())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new RedrawnLine(terminal))
                    .build();
        }
    }

    @Override
    public void batchDone(String phase, Progress progress, double loss) {
        bar.stepTo((long) progress.epoch() * progress.batches() + progress.batch() + 1);
        bar.setExtraMessage(String.format(Locale.ROOT, " loss %.3f", loss));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** Draws over the line that it drew before. */
    private record RedrawnLine(PrintWriter terminal) implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return Paragraphs.WIDTH - 1;
        }

        @Override
        public void accept(String line) {
            terminal.print("\r" + line);
            terminal.flush();
        }

        @Override
        public void clear() {
            accept(" ".repeat(getMaxRenderedLength()) + "\r");
        }

        @Override
        public void close() {
            clear();
        }
    }
}
