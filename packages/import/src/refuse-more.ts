import { ImportError } from './import-error.ts';

/** How much of something can be read. */
export interface Limit {
  readonly most: number;
  /** What is counted, such as `arrays`; `bytes` are said in MB. */
  readonly of: string;
  /** How the sentence begins; `It has` if left out. */
  readonly subject?: string;
}

/** Throws an ImportError where there is more of something than can be read: `It has 5000 arrays, and at most 4096 can be read.` */
export function refuseMore(count: number, { most, of, subject = 'It has' }: Limit): void {
  if (count <= most) return;
  const limit = of === 'bytes' ? amount(most, of) : most;
  throw new ImportError('too-large', `${subject} ${amount(count, of)}, and at most ${limit} can be read.`);
}

/** The refusal of something that was counted no further than to its limit: `It inflates to more than 64 MB, which is the most that is read.` */
export function tooMuch({ most, of, subject = 'It has' }: Limit): ImportError {
  const message = `${subject} more than ${amount(most, of)}, which is the most that is read.`;
  return new ImportError('too-large', message);
}

function amount(count: number, of: string): string {
  return of === 'bytes' ? `${Math.ceil(count / 1e6)} MB` : `${count} ${of}`;
}
