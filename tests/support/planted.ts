import assert from 'node:assert/strict';
import { SEALED_TABLES, sealedRows } from '../../src/operator/keys-reseal.ts';
import type { FileStore } from '../../src/platform/files/index.ts';
import type { Sealer } from '../../src/platform/seal/index.ts';
import type { Asker } from '../../src/rooms/inquiries/sealed.ts';
import { askerFieldCodes } from '../../src/rules/profile/index.ts';
import type { FreshDatabase } from './engines.ts';

/** Begins every planted word; what stands after it says where it was planted. */
const WORD = 'zkplanted';
/** A word beside each, by which a search would find it. With and without its marks. */
export const BESIDE = ['Đấuqx', 'dauqx'] as const;

/** Words and numbers that stand nowhere else, each planted in one place. */
export class Planting {
  readonly marks: string[] = [];
  #numbers = 0;

  /** A text of the place. */
  text(place: string): string {
    const mark = `${WORD}${place.replace(/[^a-z]/gi, '').toLowerCase()}`;
    assert.ok(!this.marks.includes(mark), `${place} was planted before`);
    this.marks.push(mark);
    return `${BESIDE[0]} ${mark}`;
  }

  email(place: string): string {
    return `${this.text(place).split(' ')[1]}@nguoihoi.example`;
  }

  /** Ten digits, as people write a telephone number. */
  phone(): string {
    const digits = String(977_310_000 + ++this.#numbers);
    this.marks.push(`0${digits}`);
    return `0${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
  }

  /** Twelve digits of an identity card. */
  card(): string {
    const digits = String(12_099_731_000 + ++this.#numbers).padStart(12, '0');
    this.marks.push(digits);
    return digits;
  }

  /** Someone all of whose data are planted. */
  asker(place: string): Asker {
    return {
      fields: Object.fromEntries(askerFieldCodes.map((code) => [code, this.text(`${place} ${code}`)])),
      email: this.email(`${place} email`),
      phone: this.phone(),
      postal: this.text(`${place} postal`),
    };
  }

  content(place: string) {
    return {
      title: this.text(`${place} title`),
      text: `${this.text(`${place} text`)} CCCD ${this.card()}, gọi ${this.phone()}.`,
    };
  }

  /** The marks that stand in a text, however they are written. */
  in(text: string): string[] {
    const words = new Set(
      [...text.matchAll(new RegExp(`${WORD}[a-z]+`, 'gi'))].map(([word]) => word.toLowerCase()),
    );
    const numbers = new Set(
      [...text.matchAll(/0[\d .-]{8,16}\d/g)].map(([number]) => number.replace(/\D/g, '')),
    );
    return this.marks.filter((mark) => (mark.startsWith(WORD) ? words.has(mark) : numbers.has(mark)));
  }
}

/** Everything sealed in a database and its files, opened with the keys: what whoever has both can read. */
export async function openEverything(
  { database }: Pick<FreshDatabase, 'database'>,
  seal: Sealer,
  files: FileStore,
): Promise<string> {
  const texts: string[] = [];
  for (const table of SEALED_TABLES) {
    for await (const rows of sealedRows(database, table)) {
      for (const { fields, file } of rows) {
        texts.push(...fields.map(({ sealed, place }) => seal.open(sealed, place)));
        const bytes = file && (await readFile(files, file.hash));
        if (file && bytes) texts.push(seal.openBytes(bytes, file.place).toString('utf8'));
      }
    }
  }
  return texts.join('\n');
}

async function readFile(files: FileStore, hash: string): Promise<Buffer | undefined> {
  const found = await files.open(hash);
  if (!found) return undefined;
  const parts: Buffer[] = [];
  for await (const part of found.stream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
