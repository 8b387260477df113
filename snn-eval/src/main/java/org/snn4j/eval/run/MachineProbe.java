package org.snn4j.eval.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.snn4j.eval.run.Provenance.Software;

/** Finds out what this process runs on. Loads ND4J's native library. */
public final class MachineProbe {
    private static final String ND4J = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

    private MachineProbe() {}

    /** The machine as it is now. */
    public static Machine machine() {
        boolean cpu = Nd4j.getEnvironment().isCPU();
        NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                Runtime.getRuntime().maxMemory(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                SoftwareProbe.version(ND4J),
                cpu ? "CPU" : "CUDA",
                binary(ops),
                cpu ? "CPU" : ops.getDeviceName(0),
                ops.ompGetMaxThreads());
    }

    /** The native library lies in a folder named after its platform and extension. */
    private static String binary(NativeOps ops) {
        String library = Loader.load(ops.getClass());
        return library == null
                ? Software.UNKNOWN
                : Path.of(library).getParent().getFileName().toString();
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getTotalMemorySize()
                : 0;
    }

    /** Linux names the processor in a file; elsewhere the JVM does not tell. */
    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return Software.UNKNOWN;
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(Software.UNKNOWN);
        } catch (IOException e) {
            return Software.UNKNOWN;
        }
    }
}
