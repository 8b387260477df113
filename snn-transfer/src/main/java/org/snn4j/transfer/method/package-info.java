/**
 * What a transfer method is: the frames the network is shown and the loss it is trained on.
 *
 * <p>A {@link org.snn4j.transfer.method.Batch} of paired frames goes through {@link org.snn4j.transfer.method.TransferMethod#prepare}, the network, and
 * {@link org.snn4j.transfer.method.TransferMethod#evaluate}, whose gradients the network propagates. {@link org.snn4j.transfer.method.ComposedTransfer}
 * answers both from a mixing rule and a list of objectives, which is enough for every published method here: a method is a preset, an ablation a missing
 * entry. The package stands apart from its parent so that objectives and mixing rules, which need the parent's records, do not depend on what composes them.
 */
package org.snn4j.transfer.method;
