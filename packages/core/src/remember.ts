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

/**
 * `make` with the results of each object kept for as long as the object; pure functions of what nobody changes only. `keyOf` tells
 * further arguments apart.
 */
export function rememberOf<Source extends object, Rest extends unknown[], Result>(
  make: (source: Source, ...rest: Rest) => Result,
  keyOf: (...rest: Rest) => string = () => '',
): (source: Source, ...rest: Rest) => Result {
  const kept = new WeakMap<Source, Map<string, Result>>();
  return (source, ...rest) => {
    const results = kept.get(source) ?? new Map<string, Result>();
    kept.set(source, results);
    const key = keyOf(...rest);
    if (!results.has(key)) results.set(key, make(source, ...rest));
    return results.get(key)!;
  };
}
