package org.snn4j.transfer.train;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.snn4j.core.Check;

/**
 * What the Java machine itself adds to the memory of a program.
 *
 * @param young bytes that short-lived objects fill before they are collected
 * @param data bytes of the heap that stay in use, above all the data set; 0 before it is read
 * @param program bytes of code, native libraries and bookkeeping
 */
public record JavaMemory(long young, long data, long program) {
    /**
     * Measured beside heap and arrays on Linux x86-64 with JDK 17 and ND4J 1.0.0-M2.1 (oneDNN), networks of 0.5 to 9 million parameters: 150 to 190 MiB
     * for the library alone, some 30 MiB more for the commands.
     */
    private static final long PROGRAM = 200L << 20;
    /** Share of the heap that the collectors give to new objects if nothing else is said. */
    private static final double YOUNG_SHARE = 0.5;

    public JavaMemory {
        Check.atLeast(young, 0, "young");
        Check.atLeast(data, 0, "data");
        Check.atLeast(program, 0, "program");
    }

    /** Of this process, whose data have been read. Collects garbage to see what stays. */
    static JavaMemory withData() {
        System.gc();
        JavaMemory empty = ofThisProcess();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new JavaMemory(empty.young, used, empty.program);
    }

    /** Of a program that runs as this process does, its data set left out. */
    public static JavaMemory ofThisProcess() {
        long young = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            boolean isYoung = pool.getName().contains("Eden") || pool.getName().contains("Survivor");
            young += isYoung ? Math.max(0, pool.getUsage().getMax()) : 0;
        }
        long heap = Runtime.getRuntime().maxMemory();
        return new JavaMemory(young == 0 ? (long) (YOUNG_SHARE * heap) : young, 0, PROGRAM);
    }
}
