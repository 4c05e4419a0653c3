import type { Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import { NOT_PERMITTED } from '../command/index.ts';
import { DatabaseAway } from '../db/index.ts';
import type { Reply } from './types.ts';

/** A fault at one place of what a program sent. */
export interface ProblemDetail {
  /** JSON pointer (RFC 6901) into the JSON that was sent; `/files/0` for a file. */
  pointer: string;
  code: string;
  words: Words;
}

/** Why a program's request was not done, by RFC 9457. */
export interface ProblemFacts {
  status: number;
  code: string;
  words: Words;
  errors?: readonly ProblemDetail[];
  headers?: Readonly<Record<string, string>>;
}

/** Thrown by handlers of programs' routes, and answered as `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly facts: ProblemFacts;
  constructor(facts: ProblemFacts) {
    super(`${facts.code}: ${facts.words.en}`);
    this.facts = facts;
  }
}

/** Where the kinds of problems are described: in the portal's own description of its interface. */
export const PROBLEM_TYPES = '/api/openapi.json#/x-problems/';

/** Seconds after which a program may try again while the database is away. */
const AWAY_RETRY_S = '30';

/** What the pipeline itself answers to programs. */
export const PIPELINE_PROBLEMS = {
  unknownHost: {
    status: 404,
    words: {
      vi: 'Không có cổng nào ở tên miền này. Hãy kiểm tra địa chỉ.',
      en: 'There is no portal at this host name. Check the address.',
    },
  },
  badRequest: {
    status: 400,
    words: {
      vi: 'Yêu cầu không đọc được. JSON phải đúng cú pháp, mã hóa UTF-8.',
      en: 'The request could not be read. JSON must be well-formed and in UTF-8.',
    },
  },
  tooLarge: {
    status: 413,
    words: {
      vi: 'Nội dung gửi lên quá lớn: mỗi tệp không quá 50 MB, nhiều nhất 10 tệp, cả yêu cầu không quá 100 MB, riêng JSON không quá 12 MB.',
      en: 'What was sent is too large: at most 50 MB a file, 10 files, 100 MB in all, and 12 MB of JSON alone.',
    },
  },
  unsupportedType: {
    status: 415,
    words: {
      vi: 'Chỉ nhận application/json, hoặc multipart/form-data có phần metadata.',
      en: 'Send application/json, or multipart/form-data with a part called metadata.',
    },
  },
  tooMany: {
    status: 429,
    words: {
      vi: 'Quá nhiều yêu cầu trong một phút. Hãy chờ số giây ghi ở Retry-After rồi gửi lại.',
      en: 'Too many requests in a minute. Wait for the seconds given in Retry-After and send it again.',
    },
  },
  away: {
    status: 503,
    words: {
      vi: 'Cổng tạm thời không ghi được. Hãy gửi lại sau; gửi lại cùng id không tạo hai bản.',
      en: 'The portal cannot write for now. Send it again later; the same id is never taken twice.',
    },
  },
  fault: {
    status: 500,
    words: {
      vi: 'Máy chủ gặp lỗi, chưa nhận gì. Hãy gửi lại; nếu vẫn lỗi, báo cho người quản trị cổng.',
      en: 'The server failed and took nothing. Send it again; if it fails again, tell the administrator of the portal.',
    },
  },
} as const satisfies Record<string, Omit<ProblemFacts, 'code'>>;

export type PipelineProblem = keyof typeof PIPELINE_PROBLEMS;

export function pipelineProblem(code: PipelineProblem, headers?: Record<string, string>): ProblemFacts {
  return { ...PIPELINE_PROBLEMS[code], code, ...(headers && { headers }) };
}

/** Whatever a handler or the server threw, as a problem; `fault` for what nobody foresaw. */
export function problemOf(error: Error & { statusCode?: number; code?: string }): ProblemFacts {
  if (error instanceof Problem) return error.facts;
  if (error instanceof DatabaseAway) return pipelineProblem('away', { 'retry-after': AWAY_RETRY_S });
  if (error instanceof Refusal)
    return { status: error === NOT_PERMITTED ? 403 : 422, code: error.code, words: error.words };
  const { statusCode = 500 } = error;
  if (statusCode === 429) return pipelineProblem('tooMany');
  if (statusCode === 413) return pipelineProblem('tooLarge');
  if (statusCode === 415) return pipelineProblem('unsupportedType');
  return pipelineProblem(statusCode >= 400 && statusCode < 500 ? 'badRequest' : 'fault');
}

/** The problem as it is sent; the title in Vietnamese, since a program's log is read by whoever runs it. */
export function problemReply({
  status,
  code,
  words,
  errors,
  headers,
}: ProblemFacts): Reply & { kind: 'text' } {
  const body = {
    type: PROBLEM_TYPES + code,
    title: words.vi,
    titleEn: words.en,
    status,
    code,
    ...(errors && {
      errors: errors.map(({ pointer, code: kind, words: { vi, en } }) => ({ pointer, code: kind, vi, en })),
    }),
  };
  return {
    ...{ kind: 'text', type: 'application/problem+json; charset=utf-8', text: JSON.stringify(body), status },
    headers: { ...headers },
  };
}
