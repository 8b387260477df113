package org.snn4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.snn4j.core.Suggestion;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.config.ComponentSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what an experiment file may name. */
@Command(
        name = "list",
        description = "List the components that a file may name.",
        footer = {"", "A reconstruction fills in, by our own choice, what its source leaves open."})
final class ListCommand implements Runnable {
    private static final int CONTINUATION = 4;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SLOT",
            description = "Show one slot, such as neuron, with parameters, defaults and references.")
    private String slot;

    @Option(names = "--json", description = "Print JSON, with what encoders, transforms and mixings promise.")
    private boolean json;

    @Mixin
    private PluginOption plugins = new PluginOption();

    @Override
    public void run() {
        Catalogue catalogue = plugins.load().catalogue();
        Map<String, Class<?>> slots = catalogue.slots();
        if (slot != null && !slots.containsKey(slot)) {
            throw new ParameterException(
                    spec.commandLine(), "unknown slot '" + slot + "'" + Suggestion.known(slot, slots.keySet()));
        }
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(CatalogueJson.of(catalogue, slot == null ? slots : Map.of(slot, slots.get(slot))));
        } else if (slot == null) {
            slots.forEach((name, type) -> print(name + ": "
                    + String.join(
                            ", ",
                            catalogue.components(type).values().stream()
                                    .map(ListCommand::marked)
                                    .toList())));
        } else {
            catalogue.components(slots.get(slot)).values().stream()
                    .map(CatalogueText::describe)
                    .flatMap(List::stream)
                    .forEach(this::print);
        }
    }

    private static String marked(ComponentSpec component) {
        return component.name() + (CatalogueText.isReconstruction(component) ? " (reconstruction)" : "");
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        Paragraphs.wrap(line, CONTINUATION).forEach(out::println);
    }
}
