package io.cohorte.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.MDC;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WorkersTests {

    @Test
    void leavesTheWorkOfAThreadThatBreaksOffToTheOthersAndSaysSo(CapturedOutput log) throws Exception {
        Queue<Integer> heap =
                new ConcurrentLinkedQueue<>(IntStream.range(0, 100).boxed().toList());
        AtomicInteger done = new AtomicInteger();
        AtomicInteger threads = new AtomicInteger();

        Workers.run("sums", 3, () -> {
            if (threads.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one is tired");
            }
            assertThat(MDC.get("mark")).isEqualTo("sums");
            while (heap.poll() != null) {
                done.incrementAndGet();
            }
        });

        assertThat(threads).hasValue(3);
        assertThat(done).hasValue(100);
        assertThat(log).containsOnlyOnce("Work on sums broke off").contains("the first one is tired");
    }
}
