package org.snn4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The program as a process of its own, for what is decided when Java starts. */
record ChildProgram(int exit, String output) {
    private static final String VECTOR = "--add-modules=jdk.incubator.vector";

    /** With the Java Vector API. */
    static ChildProgram run(Map<String, String> variables, Object... arguments)
            throws IOException, InterruptedException {
        return start(List.of(VECTOR), variables, arguments);
    }

    /** Without it. */
    static ChildProgram runWithoutVectors(Object... arguments) throws IOException, InterruptedException {
        return start(List.of(), Map.of(), arguments);
    }

    private static ChildProgram start(List<String> options, Map<String, String> variables, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxbytes=1g",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        builder.environment().putAll(variables);
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = Program.joined(new String(output.readAllBytes(), StandardCharsets.UTF_8));
            return new ChildProgram(process.waitFor(), text);
        }
    }
}
