package org.sampan.digest.clipping;

import java.util.List;
import java.util.Map;

/** A page of what a filter wants, and how many there are in each state, whatever state it asks for. */
public record Found(List<Clipping> page, Map<ClippingState, Integer> counts) {}
