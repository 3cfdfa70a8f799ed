/**
 * In which order each layer uses its slots, of which there may be none: first the one that the last layer ended with, if it is among them,
 * then the others from the first to the last. So does PrusaSlicer.
 */
export function toolOrder(layers: readonly (readonly number[])[]): number[][] {
  let last: number | undefined;
  return layers.map((slots) => {
    const first = slots.filter((slot) => slot === last);
    const order = [...first, ...slots.filter((slot) => slot !== last)];
    last = order.at(-1) ?? last;
    return order;
  });
}

/** How often layers in such an order go on with another slot, if each stands for so many of its kind. */
export function countToolChanges(order: readonly (readonly number[])[], layersEach: number): number {
  let changes = 0;
  let last: number | undefined;
  for (const slots of order) {
    if (slots.length === 0) continue;
    changes += layersEach * (slots.length - 1);
    if (last !== undefined && slots[0] !== last) changes++;
    last = slots.at(-1);
  }
  return changes;
}
