package org.snn4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snn4j.core.ConfigurationException;

class YamlTest {
    @TempDir
    Path folder;

    @Test
    void unquotedScalarsFollowYaml12() {
        Node.Mapping tree = read(
                "{a: 1e-3, b: 3, c: -0.5, d: true, e: no, f: '3', g: ~, h: .inf, i: 1.0E-4, j: 012, k: 1_000, l: .5, m: \"true\", n: -7}");
        assertThat(plain(tree))
                .isEqualTo(map(
                        "a",
                        1e-3,
                        "b",
                        3L,
                        "c",
                        -0.5,
                        "d",
                        true,
                        "e",
                        "no",
                        "f",
                        "3",
                        "g",
                        null,
                        "h",
                        Double.POSITIVE_INFINITY,
                        "i",
                        1e-4,
                        "j",
                        12L,
                        "k",
                        "1_000",
                        "l",
                        0.5,
                        "m",
                        "true",
                        "n",
                        -7L));
    }

    @Test
    void everyNodeKnowsItsPlace() {
        Node.Mapping tree = read("a:\n  b:\n    - x\n    - c: 5\n");
        Node item = ((Node.Listing)
                        ((Node.Mapping) tree.entries().get("a")).entries().get("b"))
                .items()
                .get(1);
        Node value = ((Node.Mapping) item).entries().get("c");
        assertThat(value.origin().pathText()).isEqualTo("a.b[1].c");
        assertThat(value.origin().line()).isEqualTo(4);
        assertThat(value.origin().parent().pathText()).isEqualTo("a.b[1]");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        String text =
                "a: {b: 'true', c: '1e-3', d: 'no', e: '', f: 'x: y', g: '# no comment', h: [1, 2.0, .nan, -.inf], i: \"two\\nlines\"}\n"
                        + "'123': ['null', '~', ' blank ', \"tab\\t\", 'é']\nlong: {a: {b: 1}, c: {}}\nempty: []\n";
        Node.Mapping tree = read(text);
        assertThat(plain(read(YamlWriter.document(tree)))).isEqualTo(plain(tree));
    }

    @Test
    void aComponentIsWrittenOnOneLine() {
        assertThat(YamlWriter.document(read("objectives:\n  a:\n    use: tet\n    weight: 0.5\nseeds:\n- 1\n- 2\n")))
                .isEqualTo("objectives:\n  a: {use: tet, weight: 0.5}\nseeds: [1, 2]\n");
    }

    @Test
    void duplicateKeysNameBothLines() {
        assertThat(problems("a: 1\nb:\n  c: 1\n  c: 2\n"))
                .containsExactly("b.c: the key stands twice, first in line 3 (test.yaml, line 4)");
    }

    @Test
    @Timeout(10)
    void aliasBombsAreRefusedBeforeTheyGrow() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(8))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(problems(bomb.toString()))
                .first()
                .asString()
                .isEqualTo(
                        "a1[0]: alias '*a0' is not supported; repeat the value, or put it into a file to extend (test.yaml, line 2)");
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problems("a: " + "[".repeat(5000) + "]".repeat(5000)))
                .hasSize(1)
                .first()
                .asString()
                .contains("levels deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n"})
    void emptyFilesAreNamed(String text) {
        assertThat(problems(text)).containsExactly("the file holds nothing (test.yaml, line 1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"- a|a list", "just words|text 'just words'", "42|number 42", "true|true"})
    void rootsThatAreNoMappingAreNamed(String text, String found) {
        assertThat(problems(text)).containsExactly("expected keys at the top, found " + found + " (test.yaml, line 1)");
    }

    @Test
    void syntaxErrorsNameTheLine() {
        assertThat(problems("a: 1\nb: [1, 2\nc: 3\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("not valid YAML: ")
                .endsWith("(test.yaml, line 3)");
        assertThat(problems("a: 1\n\tb: 2\n")).hasSize(1).first().asString().endsWith("(test.yaml, line 2)");
        assertThat(problems("a: \u0001\n")).hasSize(1).first().asString().startsWith("not valid YAML: ");
    }

    @Test
    void whatExperimentFilesHaveNoUseForIsRefused() {
        assertThat(problems("a: !!java.net.URL [x]\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("tag")
                .contains("line 1");
        assertThat(problems("a: 1\n---\nb: 2\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("second document")
                .contains("line 3");
        assertThat(problems("[a, b]: 1\n")).hasSize(1).first().asString().contains("a key must be a text");
    }

    @Test
    void filesThatAreNoTextAreRefused() throws Exception {
        Path binary = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xc3, (byte) 0x28});
        assertThatThrownBy(() -> FileChain.read(binary, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not UTF-8");
        Path large = Files.write(folder.resolve("y.yaml"), new byte[2 << 20]);
        assertThatThrownBy(() -> FileChain.read(large, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("2097152 bytes");
        assertThatThrownBy(() -> FileChain.read(folder, new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> FileChain.read(folder.resolve("z.yaml"), new Problems()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("there is no file");
        Path marked = Files.write(folder.resolve("m.yaml"), "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8));
        assertThat(FileChain.read(marked, new Problems()).roots().get(0).entries())
                .containsOnlyKeys("a");
    }

    private static Node.Mapping read(String text) {
        Problems problems = new Problems();
        Node.Mapping tree = YamlReader.read("test.yaml", text, problems);
        problems.throwIfAny();
        return tree;
    }

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        try {
            YamlReader.read("test.yaml", text, problems);
            return problems.exception().problems();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Mapping mapping) {
            Map<String, Object> plain = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> plain.put(key, plain(value)));
            return plain;
        }
        return node instanceof Node.Listing list
                ? list.items().stream().map(YamlTest::plain).toList()
                : ((Node.Scalar) node).value();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
