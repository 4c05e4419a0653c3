import { createHash } from 'node:crypto';
import { createDiskStore, createS3Store, type FileStore } from '../platform/files/index.ts';
import { Refusal } from '../rules/refusal.ts';
import { type OperatorCommand, sentence, UsageError } from './command.ts';
import { configOf } from './installation.ts';
import { TOOL_WORDS } from './words.ts';

const WORDS = {
  done: (copied: number, there: number) => ({
    vi: `Đã chép ${copied} tệp; ${there} tệp đã có sẵn ở nơi đến. Tệp ở nơi cũ vẫn còn nguyên.`,
    en: `${copied} files were copied; ${there} were there already. Those in the old place are untouched.`,
  }),
  damaged: (hashes: readonly string[]) => ({
    vi: `Tệp ở nơi cũ không còn đúng với mã của nó nên không chép: ${hashes.join(', ')}. Hãy lấy lại từ bản sao lưu.`,
    en: `These no longer have their hash in the old place and were not copied: ${hashes.join(', ')}. Restore them from a backup.`,
  }),
  noBucket: {
    vi: 'Chưa khai kho S3. Hãy đặt FILES=s3://… cùng S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY rồi chạy lại.',
    en: 'No S3 store is set. Set FILES=s3://… with S3_ENDPOINT, S3_ACCESS_KEY and S3_SECRET_KEY, and run it again.',
  },
};

export interface Moved {
  copied: number;
  /** Was in the new place already. */
  there: number;
  /** Hashes of files whose bytes are others than when they were written. */
  damaged: string[];
}

/** Copies every file, holding each to its hash; broken off, it goes on where it was when it is started again. */
export async function copyFiles(
  from: FileStore,
  to: FileStore,
  tell: (moved: Moved) => void = () => {},
): Promise<Moved> {
  const moved: Moved = { copied: 0, there: 0, damaged: [] };
  for await (const { hash, sizeBytes } of from.list()) {
    const known = await to.open(hash);
    if (known?.sizeBytes === sizeBytes) moved.there++;
    else {
      const stored = await from.open(hash);
      const chunks: Buffer[] = [];
      if (stored) for await (const chunk of stored.stream()) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      if (createHash('sha256').update(bytes).digest('hex') !== hash) moved.damaged.push(hash);
      else {
        await to.put(bytes);
        moved.copied++;
      }
    }
    tell(moved);
  }
  return moved;
}

/**
 * `files move`: copies what lies on the disk of this machine into the bucket, or back. The server may run meanwhile; it
 * is started again with the new setting afterwards, and the command once more for what came in between.
 */
export const filesMove: OperatorCommand = {
  name: 'files move',
  words: {
    vi: 'Chép mọi tệp từ đĩa sang kho S3, hoặc từ kho S3 về đĩa',
    en: 'Copy every file from the disk to the S3 store, or back',
  },
  options: {
    to: {
      words: { vi: 'nơi đến: s3 hoặc disk', en: 'where to: s3 or disk' },
      ...{ value: 's3', required: true },
    },
  },
  example: 'npm run portal -- files move --to s3',
  async run(call) {
    const to = call.text('to');
    if (to !== 's3' && to !== 'disk') throw new UsageError(TOOL_WORDS.badValue('to', 's3, disk'));
    const { filesBucket, dataDir } = configOf(call);
    if (!filesBucket) throw new Refusal('no-bucket', WORDS.noBucket);
    const disk = createDiskStore(`${dataDir}/files`);
    const bucket = createS3Store(filesBucket);
    const [source, target] = to === 's3' ? [disk, bucket] : [bucket, disk];
    await target.check();
    const moved = await copyFiles(source, target, ({ copied, there }) =>
      call.progress.step(`${copied + there}`),
    );
    const { copied, there, damaged } = moved;
    const lines = [sentence(call, WORDS.done(copied, there))];
    if (damaged.length > 0) lines.push(sentence(call, WORDS.damaged(damaged)));
    return { data: moved, text: lines.join('\n'), ok: damaged.length === 0 };
  },
};
