import type { UploadedFile } from '../../platform/http/types.ts';
import type { Ports } from '../../platform/ports.ts';
import { Refusal } from '../../rules/refusal.ts';
import { detectKind, FILE_TYPES, keptName } from '../media/index.ts';
import { PROBLEMS } from './problem-words.ts';
import type { SealedFile } from './receiving.ts';
import { sealFile } from './sealed.ts';

/** What may be enclosed with a letter. */
export const FILES_MOST = 5;
export const FILE_BYTES_MOST = 10 * 1024 * 1024;
/** Read at most, so that one file too many is still answered with a sentence. */
export const FILES_READ = 2 * FILES_MOST;

const TAKEN = ['pdf', 'docx', 'odt', 'jpg', 'png'] as const;
type Taken = (typeof TAKEN)[number];
const isTaken = (kind: string | undefined): kind is Taken => TAKEN.some((one) => one === kind);

/**
 * Checks what was enclosed by its content, seals it for the inquiry and writes it down before the row that names it.
 *
 * @throws Refusal at the field `files`; nothing was written then
 */
export async function takeFiles(
  ports: Pick<Ports, 'files' | 'seal'>,
  codeDigest: string,
  uploads: readonly UploadedFile[],
): Promise<SealedFile[]> {
  if (uploads.length > FILES_MOST) throw refused('files-many', PROBLEMS.filesMany(FILES_MOST));
  const checked = uploads.map((upload) => ({ ...upload, kind: kindOf(upload) }));
  const taken: SealedFile[] = [];
  for (const { name, bytes, kind } of checked) {
    const { hash } = await ports.files.put(sealFile(ports.seal, codeDigest, bytes));
    taken.push({ name: keptName(name, kind), type: FILE_TYPES[kind], sizeBytes: bytes.length, hash });
  }
  return taken;
}

function kindOf({ name, bytes }: UploadedFile): Taken {
  if (bytes.length === 0) throw refused('file-empty', PROBLEMS.fileEmpty(name));
  if (bytes.length > FILE_BYTES_MOST) throw refused('file-large', PROBLEMS.fileLarge(name));
  const kind = knownKind(bytes, name);
  if (!isTaken(kind)) throw refused('file-kind', PROBLEMS.fileKind(name));
  return kind;
}

/** What the library refuses by a sentence for its editors is to an asker simply none of the kinds he may send. */
function knownKind(bytes: Buffer, name: string) {
  try {
    return detectKind(bytes, name);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function refused(code: string, words: Refusal['words']): Refusal {
  return new Refusal(code, words, 'files');
}
