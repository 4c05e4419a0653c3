import type { Words } from '../rules/lang.ts';
import { Refusal } from '../rules/refusal.ts';

/**
 * All of standard input.
 *
 * @throws Refusal `input-too-large`, and `input-empty` where nothing is handed in
 */
export async function readStandardInput(most: {
  bytes: number;
  tooLarge: Words;
  nothing: Words;
}): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (process.stdin.isTTY !== true)
    for await (const chunk of process.stdin) {
      const bytes: Uint8Array = chunk;
      size += bytes.length;
      if (size > most.bytes) throw new Refusal('input-too-large', most.tooLarge);
      chunks.push(bytes);
    }
  if (size === 0) throw new Refusal('input-empty', most.nothing);
  return Buffer.concat(chunks);
}
