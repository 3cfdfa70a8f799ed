import { expect, it } from 'vitest';
import { escapeXml } from '../../src/write/xml.ts';

it('escapes markup', () => {
  expect(escapeXml(`<&"'>`)).toBe('&lt;&amp;&quot;&apos;&gt;');
});

it('makes line breaks and tabs spaces and drops what XML cannot hold', () => {
  expect(escapeXml('a\r\nb\tc')).toBe('a b c');
  expect(escapeXml('a\u0000\u0008\u000b\u001f\u007f\u009f\ufffe\uffff\ud800b')).toBe('ab');
});

it('keeps letters of any script, emoji and their joiners', () => {
  const text = 'Nŏvé 神経 רשת 👩🏽‍🔬';
  expect(escapeXml(text)).toBe(text);
});
