/** Names beside each other, as of files in one folder: those that would meet, also where case makes no difference, are numbered from 2, behind a hyphen if nothing else is said. */
export function numbered(names: readonly string[], between = '-'): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let i = 2; taken.has(free.toLowerCase()); i++) free = `${name}${between}${i}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
