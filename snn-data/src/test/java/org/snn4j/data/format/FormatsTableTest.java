package org.snn4j.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snn4j.core.Reference;

/** docs/formats.md says what the formats are; {@code -Dsnn4j.write-docs=true} writes it. */
class FormatsTableTest {
    private static final Path PAGE =
            Path.of(System.getProperty("snn4j.root", "..")).resolve("docs").resolve("formats.md");

    private static final Set<String> FUZZED = Arrays.stream(FormatFuzzTest.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(FuzzTest.class))
            .map(Method::getName)
            .collect(Collectors.toSet());

    @Test
    void everyFormatHasAFuzzTarget() {
        assertThat(RecordingFormats.standard().all())
                .allSatisfy(format ->
                        assertThat(FUZZED).as("fuzz targets of FormatFuzzTest").contains(target(format)));
    }

    @Test
    void everyFormatNamesItsSource() {
        assertThat(RecordingFormats.standard().all()).allSatisfy(format -> assertThat(reference(format.getClass()))
                .as(format.name())
                .isNotNull());
    }

    @Test
    void pageOfFormatsIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("snn4j.write-docs")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("write it with -Dtest=FormatsTableTest -Dsnn4j.write-docs=true")
                .hasContent(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                """
                # Formats of recordings

                Made by `FormatsTableTest`; do not edit. A format is recognised by the content of a file, where the content tells, or else by the end of its name
                together with contents that do not speak against it. Every format is held to `RecordingFormatContract` and has a target in `FormatFuzzTest`.

                | name | format | usual ends | read | write | recognised by | fuzzed | layout |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (RecordingFormat format : RecordingFormats.standard().all()) {
            Reference source = reference(format.getClass());
            page.append("| `%s` | %s | %s | yes | %s | %s | %s | %s |\n"
                    .formatted(
                            format.name(),
                            format.title(),
                            String.join(" ", format.extensions()),
                            format.writable() ? "yes" : "no",
                            format.surest() == RecordingFormat.Match.CERTAIN ? "content" : "name and content",
                            FUZZED.contains(target(format)) ? "yes" : "no",
                            link(source)));
        }
        return page.toString();
    }

    private static String target(RecordingFormat format) {
        return format.name().replaceAll("[-.]", "");
    }

    private static String link(Reference source) {
        if (source.link().isEmpty()) {
            return source.title();
        }
        String link = source.link().startsWith("10.") ? "https://doi.org/" + source.link() : source.link();
        return "[" + source.title() + "](" + link + ")";
    }

    private static Reference reference(Class<?> type) {
        Reference own = type.getAnnotation(Reference.class);
        return own != null || type.getSuperclass() == null ? own : reference(type.getSuperclass());
    }
}
