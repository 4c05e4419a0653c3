import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BulkLine } from '../rooms/imports/index.ts';
import { readLines } from './line-reader.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Uint8Array, size: number, most?: number): Promise<BulkLine[]> {
  const lines: BulkLine[] = [];
  for await (const line of readLines(inPieces(bytes, size), most)) lines.push(line);
  return lines;
}

test('lines come out the same however the stream is cut, byte order mark and last line without end included', async () => {
  const bytes = Buffer.from('\uFEFF{"title":"Điều ước"}\n\nÝ thứ ba\r\ncuối');
  const expected = ['{"title":"Điều ước"}', '', 'Ý thứ ba\r', 'cuối'].map((text, index) => ({
    line: index + 1,
    text,
  }));
  for (const size of [1, 2, 3, 7, 100])
    assert.deepEqual(await linesOf(bytes, size), expected, `pieces of ${size}`);
});

test('a line that is too long or no UTF-8 is refused by its number, the next ones are read', async () => {
  const bytes = Buffer.concat([
    Buffer.from('ngắn\n'),
    Buffer.from(`${'x'.repeat(50)}\n`),
    Buffer.from([0xc3, 0x28, 0x0a]),
    Buffer.from('sau\n'),
  ]);
  for (const size of [1, 9, 200]) {
    const lines = await linesOf(bytes, size, 20);
    assert.deepEqual(
      lines.map((line) => [line.line, 'text' in line ? line.text : line.refused.vi.slice(0, 20)]),
      [
        [1, 'ngắn'],
        [2, 'Dòng này dài quá 0 M'],
        [3, 'Dòng này không phải '],
        [4, 'sau'],
      ],
    );
  }
});

test('an empty stream has no lines', async () => {
  assert.deepEqual(await linesOf(new Uint8Array(), 5), []);
});
