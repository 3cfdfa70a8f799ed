/** What stands in the input or list that an event comes from. */
export function typed({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

/** Whether the box that an event comes from is ticked. */
export function isTicked({ target }: Event): boolean {
  return (target as HTMLInputElement).checked;
}
