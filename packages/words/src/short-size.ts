import { formatCount } from '@neurofab/core/internal';

/** `75 GB`, `7.5 GB`, `75 MB`: for who wants to know roughly, and in powers of ten, as disks are sold. */
export function shortSize(bytes: number): string {
  const [unit, name] = bytes < 1e9 ? [1e6, 'MB'] : [1e9, 'GB'];
  const count = bytes / unit;
  return `${count < 10 ? Number(count.toFixed(1)) : formatCount(Math.round(count))} ${name}`;
}
