package org.snn4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final int TASKS = 1000;

    @Test
    void everyTaskIsDoneOnce() throws IOException {
        AtomicIntegerArray times = new AtomicIntegerArray(TASKS);
        assertThat(Parallel.all(TASKS, i -> times.incrementAndGet(i) == 1)).isTrue();
        for (int i = 0; i < TASKS; i++) {
            assertThat(times.get(i)).isOne();
        }
    }

    @Test
    void noTasksAreAllDone() throws IOException {
        assertThat(Parallel.all(0, i -> false)).isTrue();
    }

    @Test
    void oneTaskThatGivesFalseIsEnough() throws IOException {
        assertThat(Parallel.all(TASKS, i -> i != TASKS - 1)).isFalse();
        assertThat(Parallel.all(1, i -> false)).isFalse();
    }

    @Test
    void anErrorOfATaskIsThatOfAll() {
        IOException error = new IOException("gone");
        assertThatThrownBy(() -> Parallel.all(TASKS, i -> {
                    if (i == TASKS / 2) {
                        throw error;
                    }
                    return true;
                }))
                .isSameAs(error);
    }
}
