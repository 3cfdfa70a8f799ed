import { expect, it } from 'vitest';
import { ImportError } from '../src/index.ts';

it('a refusal is one line, whatever names of files stand in it', () => {
  const { kind, message } = new ImportError(
    'damaged',
    'The layer a\r\n\u001b[31m\u202eb\u2028 has no weights.',
  );
  expect(kind).toBe('damaged');
  expect(message).toBe('The layer a [31m b  has no weights.');
});
