import { listDocumentKinds } from '../intake/index.ts';
import type { ContentKind } from '../profile/index.ts';
import { field, words } from './fields.ts';
import type { FieldTable } from './types.ts';

const NUMBER = field('document', 'number', 'Số, ký hiệu', 'Number', {
  help: ['Ví dụ 93/QĐ-SNNMT.', 'For example 93/QĐ-SNNMT.'],
});
const ISSUER = field('text', 'issuer', 'Cơ quan ban hành', 'Issued by');
const ISSUED_ON = field('date', 'issuedOn', 'Ngày ban hành', 'Day of issue');

/** The document an article speaks of. */
const SPOKEN_OF: FieldTable = { fields: [NUMBER, ISSUER, ISSUED_ON] };

/** What a signed text says of itself, as its list and its search ask for it (LC Đ8.1.e, QN Đ8.2.e). */
const SIGNED: FieldTable = {
  fields: [
    NUMBER,
    {
      ...field('text', 'type', 'Hình thức', 'Kind of document'),
      suggestions: listDocumentKinds().map(({ name }) => name),
    },
    ISSUER,
    ISSUED_ON,
    field('date', 'inForceFrom', 'Có hiệu lực từ ngày', 'In force from', {
      help: ['Ghi như trong văn bản.', 'As the text has it.'],
    }),
    field('date', 'expiresOn', 'Hết hiệu lực từ ngày', 'Expires on', {
      help: [
        'Chỉ ghi khi chính văn bản nêu ngày ấy.',
        'Only where the text itself names the day; what another text ends is put on record in the library.',
      ],
    }),
    field('person', 'signer', 'Người ký', 'Signed by'),
    field('text', 'field', 'Lĩnh vực', 'Field'),
  ],
  check: ({ inForceFrom, expiresOn }) =>
    inForceFrom && expiresOn && expiresOn <= inForceFrom
      ? [
          {
            field: 'expiresOn',
            words: words(
              'Ngày hết hiệu lực phải sau ngày có hiệu lực.',
              'It must expire after the day it comes into force.',
            ),
          },
        ]
      : [],
};

const OF_KIND: Partial<Record<ContentKind, FieldTable>> = {
  direction: SPOKEN_OF,
  'legal-dissemination': SPOKEN_OF,
  documents: SIGNED,
};

/** What an article in a section of this kind says beside its text; undefined where it says nothing. */
export function articleFields(contentKind: string): FieldTable | undefined {
  return OF_KIND[contentKind as ContentKind];
}
