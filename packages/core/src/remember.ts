/** `make` with its last four results kept; pure functions only. */
export function remember<Arguments extends (number | undefined)[], Result>(
  make: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  const kept = new Map<string, Result>();
  return (...args) => {
    const key = args.join();
    const found = kept.get(key);
    if (found !== undefined) return found;
    const result = make(...args);
    if (kept.size === 4) kept.delete(kept.keys().next().value!);
    kept.set(key, result);
    return result;
  };
}

/** `make` with the result of each object kept for as long as the object; pure functions of what nobody changes only. */
export function rememberOf<Source extends object, Result>(
  make: (source: Source) => Result,
): (source: Source) => Result {
  const kept = new WeakMap<Source, { readonly result: Result }>();
  return (source) => {
    const found = kept.get(source) ?? { result: make(source) };
    kept.set(source, found);
    return found.result;
  };
}
