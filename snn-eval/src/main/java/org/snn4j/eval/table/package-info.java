/**
 * Tables of results, made from run folders and nothing else.
 *
 * <p>{@link org.snn4j.eval.table.TableBuilder} reads the folders that a {@link org.snn4j.eval.table.TablePlan} names and makes a
 * {@link org.snn4j.eval.table.ResultTable}: means, deviations, verdicts and where they come from. The writers ({@code TerminalTable},
 * {@code MarkdownTable}, {@code CsvTable}, {@code LatexTable}) turn that into text and compute nothing. A run that is missing, interrupted or made with
 * another configuration gives no number and no pass; a damaged file stops the table.
 */
package org.snn4j.eval.table;
