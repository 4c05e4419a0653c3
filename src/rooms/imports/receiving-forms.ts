import * as z from 'zod';
import type { ProblemDetail } from '../../platform/http/problems.ts';
import type { Words } from '../../rules/lang.ts';
import { FIELD_FAULTS } from './receiving-words.ts';

/** Longest text in characters: what the reader of files gives out at most, 10 MiB. */
const TEXT_MOST = 10 * 1024 * 1024;
const RECIPIENTS_MOST = 200;

const line = (most: number) => z.string().normalize('NFC').trim().min(1).max(most);

const metadata = z.strictObject({
  id: line(200)
    .regex(/^[^\p{Cc}]+$/u)
    .meta({
      description:
        'Mã của văn bản ở hệ thống gửi; gửi lại cùng mã không tạo hai bản. The sender’s own id; sent again it is the same document.',
      examples: ['vbdh-2026-000123'],
    }),
  number: line(100)
    .optional()
    .meta({ description: 'Số, ký hiệu. Document number.', examples: ['12/2026/QĐ-UBND'] }),
  type: line(100)
    .optional()
    .meta({ description: 'Loại văn bản. Kind.', examples: ['Quyết định'] }),
  title: line(1_000).optional().meta({ description: 'Trích yếu. Abstract.' }),
  issuer: line(300).optional().meta({ description: 'Cơ quan ban hành. Issuing body.' }),
  issuedOn: z.iso
    .date()
    .optional()
    .meta({ description: 'Ngày ban hành. Day of issue.', examples: ['2026-11-16'] }),
  effectiveOn: z.iso.date().optional().meta({ description: 'Ngày có hiệu lực. Day of effect.' }),
  signer: line(200).optional().meta({ description: 'Người ký. Signer.' }),
  field: line(200).optional().meta({ description: 'Lĩnh vực. Field.' }),
  recipients: z
    .array(line(500))
    .max(RECIPIENTS_MOST)
    .optional()
    .meta({
      description: 'Nơi nhận, mỗi dòng một phần tử. Recipients, one a line.',
      examples: [['Như Điều 3', 'Cổng TTĐT tỉnh']],
    }),
  urgency: line(50)
    .optional()
    .meta({ description: 'Độ khẩn; hiện cho người soát. Urgency, shown to the clerk.' }),
  secrecy: z
    .string()
    .normalize('NFC')
    .trim()
    .max(50)
    .optional()
    .meta({
      description:
        'Độ mật. Bỏ trống hoặc “thường” là không mật; mọi giá trị khác bị từ chối. Empty or “thường” is open; anything else is refused.',
      examples: ['thường'],
    }),
  replaces: z.boolean().optional().meta({
    description:
      'true: thay nội dung đã gửi cùng id, khi bản thảo chưa ai sửa. Replaces what was sent under this id while nobody has touched the draft.',
  }),
});

/** The part `metadata` of a form with files. */
export const metadataSchema = metadata.meta({ id: 'Metadata' });

const text = z.string().normalize('NFC').max(TEXT_MOST);

/** A document without a file: metadata, and its text or HTML. */
export const documentSchema = metadata
  .extend({
    text: text.optional().meta({ description: 'Toàn văn, mỗi dòng một dòng của văn bản. Full text.' }),
    html: text.optional().meta({ description: 'Toàn văn dạng HTML. Full text as HTML.' }),
  })
  .meta({
    id: 'DocumentWithText',
    description: 'Phải có đúng một trong text, html. Exactly one of text and html.',
  });

export type Metadata = z.output<typeof metadataSchema>;

const READ_FIELDS = [
  'number',
  'type',
  'title',
  'issuer',
  'issuedOn',
  'effectiveOn',
  'signer',
  'field',
  'place',
] as const;
export type ReadField = (typeof READ_FIELDS)[number];

const readValue = z.strictObject({
  value: z.string(),
  from: z.enum(['metadata', 'file']).meta({ description: 'Lấy từ đâu. Where it was taken from.' }),
});

const finding = z
  .strictObject({
    code: z.string(),
    field: z.string().optional(),
    vi: z.string(),
    en: z.string(),
  })
  .meta({ id: 'Finding', description: 'Điều người soát cần xem. Something the clerk should look at.' });

export type Finding = z.output<typeof finding>;
export type ReadFields = Partial<Record<ReadField, z.output<typeof readValue>>>;

export const STATES = ['draft', 'waiting', 'returned', 'published', 'takenDown', 'discarded'] as const;
export type DocumentState = (typeof STATES)[number];

export const receivedSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(STATES),
    desk: z.url().meta({ description: 'Bản thảo ở bàn làm việc. The draft on the desk.' }),
    read: z.partialRecord(z.enum(READ_FIELDS), readValue),
    findings: z.array(finding),
  })
  .meta({ id: 'Received' });

export const stateSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(STATES),
    reason: z
      .string()
      .optional()
      .meta({ description: 'Lý do trả lại hoặc gỡ. Why it was returned or taken down.' }),
    url: z.url().optional().meta({ description: 'Địa chỉ công khai. Public address.' }),
  })
  .meta({ id: 'State' });

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    code: z.string(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), code: z.string(), vi: z.string(), en: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

/** What is wrong with metadata, each fault with the pointer to its place. */
export function faultsOf(error: z.ZodError): ProblemDetail[] {
  return error.issues.flatMap((issue): ProblemDetail[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => fault([...issue.path, key], 'unknownField'));
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
    return [fault(issue.path, isMissing ? 'missing' : (ISSUES[issue.code] ?? 'invalid'))];
  });
}

const ISSUES: Readonly<Record<string, keyof typeof FIELD_FAULTS>> = {
  too_big: 'tooLong',
  too_small: 'empty',
  invalid_type: 'wrongType',
  invalid_format: 'wrongFormat',
};

export function fault(path: readonly PropertyKey[], code: keyof typeof FIELD_FAULTS): ProblemDetail {
  const words: Words = FIELD_FAULTS[code];
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { pointer, code, words };
}
