package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.snn4j.transfer.Progress;

class ProgressDrawingTest {
    @Test
    void oneLineIsRedrawnAndNeverReachesTheEdgeOfTheScreen() {
        StringWriter text = new StringWriter();
        ProgressDrawing drawing =
                new ProgressDrawing(new PrintWriter(text), "15/15 a variant with quite a long name, seed 3");
        for (int epoch = 0; epoch < 2; epoch++) {
            drawing.epochStarted("recordings", new Progress(epoch, 2, 0, 3));
            for (int batch = 0; batch < 3; batch++) {
                drawing.batchDone("recordings", new Progress(epoch, 2, batch, 3), 0.5);
            }
        }
        drawing.close();
        String[] drawn = text.toString().split("\r");
        assertThat(text.toString()).doesNotContain("\n").contains("15/15 a variant", "100%");
        assertThat(Arrays.asList(drawn)).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    }
}
