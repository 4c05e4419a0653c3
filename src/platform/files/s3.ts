import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { hashOfFile } from './disk.ts';
import { type ByteRange, type FileStore, FilesAway, HASH } from './types.ts';

/** A bucket of a store that speaks S3, below an own prefix. */
export interface S3Place {
  /** `https://s3.vidu.vn`; the bucket follows in the path, which every such store understands. */
  endpoint: string;
  bucket: string;
  /** Empty, or with a slash at its end. */
  prefix: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

/** What a store needs for one answer; a long file may take longer to arrive than to be answered. */
const ANSWER_MS = 30_000;

/** Files in a bucket, each under its hash. Everything is signed (AWS Signature Version 4) with the hash of what is sent. */
export function createS3Store(place: S3Place): FileStore {
  const { accessKey: accessKeyId, secretKey: secretAccessKey, region } = place;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const root = `${place.endpoint.replace(/\/$/, '')}/${place.bucket}`;
  const addressOf = (hash: string) => `${root}/${place.prefix}${hash}`;

  const ask = async (address: string, init: RequestInit & { timeoutMs?: number } = {}): Promise<Response> => {
    const { timeoutMs = ANSWER_MS, ...rest } = init;
    try {
      const signed = await client.sign(address, rest);
      const answer = await fetch(signed, { signal: AbortSignal.timeout(timeoutMs) });
      if (answer.status < 500 && answer.status !== 429) return answer;
      throw new Error(`answered ${answer.status}`);
    } catch (error) {
      throw new FilesAway(`the file store does not answer: ${(error as Error).message}`, { cause: error });
    }
  };
  const isThere = async (hash: string, sizeBytes: number) => {
    const head = await ask(addressOf(hash), { method: 'HEAD' });
    return head.ok && Number(head.headers.get('content-length')) === sizeBytes;
  };
  const write = async (hash: string, sizeBytes: number, body: BodyInit) => {
    if (await isThere(hash, sizeBytes)) return;
    // the store refuses what does not have this hash
    const headers = { 'x-amz-content-sha256': hash, 'content-type': 'application/octet-stream' };
    const timeoutMs = ANSWER_MS + Math.ceil(sizeBytes / 100);
    expectWell(await ask(addressOf(hash), { method: 'PUT', headers, body, timeoutMs }), 'to write');
  };
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      await write(hash, bytes.length, new Uint8Array(bytes));
      return { hash, sizeBytes: bytes.length };
    },
    async takeFile(file) {
      const { hash, sizeBytes } = await hashOfFile(file);
      await write(hash, sizeBytes, await openAsBlob(file));
      await rm(file, { force: true });
      return { hash, sizeBytes };
    },
    async open(hash) {
      if (!HASH.test(hash)) return undefined;
      const head = await ask(addressOf(hash), { method: 'HEAD' });
      if (head.status === 404) return undefined;
      expectWell(head, 'to read');
      const sizeBytes = Number(head.headers.get('content-length'));
      return { sizeBytes, stream: (range) => Readable.from(read(addressOf(hash), range)) };
    },
    async remove(hash) {
      if (!HASH.test(hash)) return;
      const answer = await ask(addressOf(hash), { method: 'DELETE' });
      if (answer.status !== 404) expectWell(answer, 'to remove');
    },
    async *list() {
      for (let token: string | undefined, more = true; more; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: place.prefix });
        if (token) query.set('continuation-token', token);
        const answer = await ask(`${root}?${query}`);
        expectWell(answer, 'to list');
        const xml = await answer.text();
        yield* entriesOf(xml, place.prefix);
        token = /<NextContinuationToken>([^<]+)</.exec(xml)?.[1];
        more = token !== undefined && /<IsTruncated>true</.test(xml);
      }
    },
    async check() {
      const query = new URLSearchParams({ 'list-type': '2', prefix: place.prefix, 'max-keys': '1' });
      expectWell(await ask(`${root}?${query}`), 'to list');
    },
  };

  async function* read(address: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
    const headers = range && { range: `bytes=${range.from}-${range.to}` };
    const answer = await ask(address, { ...(headers && { headers }), timeoutMs: 10 * ANSWER_MS });
    expectWell(answer, 'to read');
    if (answer.body) yield* answer.body as unknown as AsyncIterable<Uint8Array>;
  }
}

function expectWell(answer: Response, work: string): void {
  if (!answer.ok) throw new FilesAway(`the file store refuses ${work}: ${answer.status}`);
}

/** The objects of one page of a list whose names are hashes. */
function* entriesOf(xml: string, prefix: string): Generator<{ hash: string; sizeBytes: number }> {
  for (const [, content = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
    const key = /<Key>([^<]+)<\/Key>/.exec(content)?.[1] ?? '';
    const hash = key.slice(prefix.length);
    if (HASH.test(hash)) yield { hash, sizeBytes: Number(/<Size>(\d+)</.exec(content)?.[1]) };
  }
}
