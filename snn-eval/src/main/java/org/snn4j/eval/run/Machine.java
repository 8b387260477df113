package org.snn4j.eval.run;

/**
 * The machine and the software below ours.
 *
 * @param os name and version
 * @param architecture of the JVM, for instance {@code amd64}
 * @param processor model name, or {@code unknown}
 * @param processors processors the JVM may use
 * @param memoryBytes physical memory, 0 if unknown
 * @param maxHeapBytes limit of the JVM's heap
 * @param java version and vendor
 * @param jvm name and version of the virtual machine
 * @param nd4j version of ND4J
 * @param backend ND4J's backend, for instance {@code CPU}
 * @param binary platform and extension of the native library in use, for instance {@code linux-x86_64-onednn}
 * @param device what computes, for instance {@code CPU}
 * @param threads threads of the native library
 */
public record Machine(
        String os,
        String architecture,
        String processor,
        int processors,
        long memoryBytes,
        long maxHeapBytes,
        String java,
        String jvm,
        String nd4j,
        String backend,
        String binary,
        String device,
        int threads) {}
