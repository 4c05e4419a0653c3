import * as z from 'zod';
import { PIPELINE_PROBLEMS } from '../../platform/http/problems.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import {
  documentSchema,
  metadataSchema,
  problemSchema,
  receivedSchema,
  stateSchema,
} from './receiving-forms.ts';
import { PROBLEMS } from './receiving-words.ts';

/** Of the interface; raised when an old sender would no longer be understood. */
const API_VERSION = '1.0.0';

const words = (vi: string, en: string): Words => ({ vi, en });
const TEXTS = {
  title: words('Nhận văn bản từ hệ thống quản lý văn bản', 'Intake of documents from other systems'),
  description: words(
    'Văn bản đã ký gửi đến thành bản thảo ở bàn làm việc của cổng; người soát, người duyệt quyết định việc đăng.',
    'Signed documents become drafts on the desk of the portal; people check and approve what is published.',
  ),
  send: words('Gửi một văn bản', 'Hand in a document'),
  ask: words('Hỏi tình trạng một văn bản đã gửi', 'Ask where a document stands'),
  again: words('Đã nhận từ trước, không tạo bản thứ hai', 'It was taken before; nothing is doubled'),
  taken: words('Đã thành bản thảo', 'It became a draft'),
  state: words('Tình trạng', 'Where it stands'),
  files: words('Tệp của văn bản, bản gốc đứng đầu', 'Files of the document, the original first'),
  id: words('Mã đã gửi ở trường id', 'The id it was sent with'),
  key: words('Khóa do người quản trị cổng cấp', 'The key given by the administrator of the portal'),
} as const;

/** All problems of the interface with their status, in the order of their codes. */
export const ALL_PROBLEMS: Readonly<Record<string, { status: number; words: Words }>> = {
  ...PIPELINE_PROBLEMS,
  ...PROBLEMS,
};

const SCHEMAS = {
  Metadata: metadataSchema,
  DocumentWithText: documentSchema,
  Received: receivedSchema,
  State: stateSchema,
  Problem: problemSchema,
} as const;

/** The interface as OpenAPI 3.1, made from the schemas that read and write it. */
export function openApiOf(origin: string, lang: Lang) {
  const text = (name: keyof typeof TEXTS) => TEXTS[name][lang];
  const body = { required: true, content: requestContent(text('files')) };
  const id = { name: 'id', in: 'path', required: true, description: text('id'), schema: { type: 'string' } };
  const answer = (name: 'again' | 'taken', schema: keyof typeof SCHEMAS) => ({
    description: text(name),
    ...(name === 'taken' && { headers: { Location: { schema: { type: 'string' } } } }),
    content: { 'application/json': { schema: ref(schema) } },
  });
  return {
    openapi: '3.1.1',
    info: { title: text('title'), description: text('description'), version: API_VERSION },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths: Object.fromEntries(
      ['/api/van-ban', '/api/documents'].flatMap((path) => [
        [
          path,
          {
            post: {
              operationId: path === '/api/van-ban' ? 'guiVanBan' : 'sendDocument',
              summary: text('send'),
              requestBody: body,
              responses: {
                '200': answer('again', 'Received'),
                '201': answer('taken', 'Received'),
                ...problemResponses(SENDING, lang),
              },
            },
          },
        ],
        [
          `${path}/{id}`,
          {
            get: {
              operationId: path === '/api/van-ban' ? 'hoiTinhTrang' : 'askState',
              summary: text('ask'),
              parameters: [id],
              responses: {
                '200': {
                  description: text('state'),
                  content: { 'application/json': { schema: ref('State') } },
                },
                ...problemResponses(ASKING, lang),
              },
            },
          },
        ],
      ]),
    ),
    components: {
      schemas: schemas(),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: text('key') } },
    },
    'x-problems': Object.fromEntries(
      Object.entries(ALL_PROBLEMS).map(([code, { status, words: said }]) => [code, { status, ...said }]),
    ),
  };
}

const ASKING = [401, 403, 404, 429, 500, 503];
const SENDING = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503];

function ref(name: keyof typeof SCHEMAS) {
  return { $ref: `#/components/schemas/${name}` };
}

function requestContent(filesText: string) {
  return {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['metadata', 'files'],
        properties: {
          metadata: ref('Metadata'),
          files: {
            type: 'array',
            minItems: 1,
            maxItems: 10,
            description: filesText,
            items: { type: 'string', contentMediaType: 'application/octet-stream' },
          },
        },
      },
      encoding: { metadata: { contentType: 'application/json' } },
    },
    'application/json': { schema: ref('DocumentWithText') },
  };
}

function problemResponses(statuses: readonly number[], lang: Lang) {
  return Object.fromEntries(
    statuses.map((status) => {
      const said = Object.entries(ALL_PROBLEMS).filter(([, one]) => one.status === status);
      const headers =
        status === 401 ? ['WWW-Authenticate'] : status === 429 || status === 503 ? ['Retry-After'] : [];
      return [
        String(status),
        {
          description: said.map(([code, one]) => `${code}: ${one.words[lang]}`).join(' · '),
          ...(headers.length > 0 && {
            headers: Object.fromEntries(headers.map((name) => [name, { schema: { type: 'string' } }])),
          }),
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      ];
    }),
  );
}

/** The schemas as they read what is sent and write what is answered. */
function schemas() {
  const made = Object.entries(SCHEMAS).map(([name, schema]) => {
    const io = name === 'Metadata' || name === 'DocumentWithText' ? 'input' : 'output';
    const {
      $schema: _,
      $defs,
      ...json
    } = z.toJSONSchema(schema, {
      io,
      reused: 'inline',
      // ids name the components; within one they would only lead elsewhere
      override: ({ jsonSchema }) => void delete jsonSchema.id,
    });
    return [name, { $defs, json }] as const;
  });
  return Object.fromEntries(made.map(([name, { $defs, json }]) => [name, inlined(json, $defs)]));
}

/** A schema on its own: what it refers to within itself stands where it is used. */
function inlined(value: unknown, defs: Readonly<Record<string, unknown>> | undefined): unknown {
  if (Array.isArray(value)) return value.map((one) => inlined(one, defs));
  if (value === null || typeof value !== 'object') return value;
  const { $ref } = value as { $ref?: string };
  const target = $ref?.startsWith('#/$defs/') ? defs?.[$ref.slice('#/$defs/'.length)] : undefined;
  if (target !== undefined) return inlined(target, defs);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inlined(one, defs)]));
}
