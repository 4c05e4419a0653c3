import type { ComponentChild } from 'preact';
import { CASE_CODE_BYTES, makeCode } from '../../../rules/case-code/index.ts';
import type { Words } from '../../../rules/lang.ts';
import { portalName } from '../../portals/index.ts';
import { PROBLEMS } from '../problem-words.ts';
import { type RequestDraft, type RequestProblem, requestProblems } from '../rights-forms.ts';
import type { OwnInquiry } from '../rights-queries.ts';
import { PASS_MOST_MS } from '../rights-rules.ts';
import { type Face, faceOf, type Model } from './public-face-cases.ts';
import { Certificate } from './rights-certificate.tsx';
import { OwnPage } from './rights-own.tsx';
import { Expired } from './rights-parts.tsx';
import { ReceivedPage } from './rights-received.tsx';
import { LinkPage, StartPage, TOO_MANY, type Typed } from './rights-start.tsx';

// The desk of one's own data: every page, in every state, from invented letters.

const ASKED: RequestDraft = { right: '', text: '', reply: false, form: 'mau', aboutIds: [] };

export const RIGHTS_FACES: readonly Face[] = [
  start('du-lieu', { vi: 'Dữ liệu của bạn: bắt đầu', en: 'Your data: start' }, {}),
  start(
    'du-lieu-da-gui',
    { vi: 'Dữ liệu của bạn: đã xin liên kết', en: 'Your data: link asked for' },
    {},
    true,
  ),
  wrong('du-lieu-ma-sai-dang', 'code', PROBLEMS.code, '7K2M'),
  wrong('du-lieu-ma-khong-co', 'code', PROBLEMS.codeUnknown, '7K2M-9QPA-X4TD'),
  wrong('du-lieu-nhieu-ma', 'code', PROBLEMS.codeTries, '7K2M-9QPA-X4TD'),
  wrong('du-lieu-thu-sai-dang', 'email', PROBLEMS.email, 'ten@'),
  wrong('du-lieu-nhieu-thu', 'email', TOO_MANY, 'ten@vidu.vn'),
  {
    id: 'du-lieu-lien-ket',
    title: { vi: 'Dữ liệu của bạn: mở liên kết', en: 'Your data: the link of the mail' },
    show: ({ lang }) => <LinkPage lang={lang} access="mau" token={{}} />,
  },
  expired(
    'du-lieu-lien-ket-hong',
    { vi: 'Dữ liệu của bạn: liên kết hỏng', en: 'Your data: dead link' },
    'dead',
  ),
  expired('du-lieu-het-gio', { vi: 'Dữ liệu của bạn: hết giờ', en: 'Your data: time is over' }, 'over'),
  own('du-lieu-mot-thu', { vi: 'Dữ liệu của bạn: một thư', en: 'Your data: one inquiry' }, { count: 1 }),
  own('du-lieu-nhieu', { vi: 'Dữ liệu của bạn: nhiều thư', en: 'Your data: many inquiries' }, { count: 4 }),
  own(
    'du-lieu-han-che',
    { vi: 'Dữ liệu của bạn: đang hạn chế', en: 'Your data: restricted' },
    { count: 1, isRestricted: true },
  ),
  own('du-lieu-da-xoa', { vi: 'Dữ liệu của bạn: đã xóa hết', en: 'Your data: all forgotten' }, { count: 0 }),
  own(
    'du-lieu-yeu-cau-loi',
    { vi: 'Dữ liệu của bạn: yêu cầu có lỗi', en: 'Your data: request with errors' },
    { count: 2, problems: requestProblems(ASKED) },
  ),
  own(
    'du-lieu-yeu-cau-thieu',
    { vi: 'Dữ liệu của bạn: chưa nói rõ', en: 'Your data: request without words' },
    { count: 1, draft: { right: 'correct', aboutIds: [1] }, problems: ['text'] },
  ),
  {
    id: 'du-lieu-giay',
    title: { vi: 'Giấy xác nhận dữ liệu', en: 'Certificate of stored data' },
    show: (model) => <Certificate {...facts(model)} own={[ownOf(model, 1), ownOf(model, 2, true)]} />,
  },
  received('du-lieu-bien-nhan', { vi: 'Biên nhận yêu cầu', en: 'Receipt of a request' }, 1),
  received(
    'du-lieu-bien-nhan-nhieu',
    { vi: 'Biên nhận yêu cầu, hai cơ quan', en: 'Receipts of a request, two bodies' },
    2,
  ),
];

function start(id: string, title: Words, typed: Typed, isSent = false): Face {
  return { id, title, show: ({ lang, law }) => <StartPage {...{ lang, law, typed, isSent }} token={{}} /> };
}

function wrong(id: string, field: 'code' | 'email', words: Words, typed: string): Face {
  const title = { vi: `Dữ liệu của bạn: ${words.vi}`, en: `Your data: ${words.en}` };
  return start(id, title, { [field]: typed, problem: { field, words, status: 422 } });
}

function expired(id: string, title: Words, why: 'over' | 'dead'): Face {
  return { id, title, show: ({ lang }) => <Expired lang={lang} why={why} /> };
}

const facts = ({ lang, portal, context }: Model) => ({
  ...{ lang, at: context.now, portal: portalName(portal, lang) },
  nameOf: () => portalName(portal, lang),
});

interface OwnFace {
  count: number;
  isRestricted?: true;
  draft?: Partial<RequestDraft>;
  problems?: readonly RequestProblem[];
}

function own(id: string, title: Words, { count, isRestricted, draft, problems = [] }: OwnFace): Face {
  return {
    id,
    title,
    show: (model): ComponentChild => (
      <OwnPage
        {...facts(model)}
        pass={{ until: new Date(model.context.now.getTime() + PASS_MOST_MS) }}
        own={Array.from({ length: count }, (_, i) => ownOf(model, i + 1, isRestricted))}
        draft={{ ...ASKED, ...draft }}
        problems={problems}
        token={{}}
      />
    ),
  };
}

/** What is stored of an invented asker under one inquiry. */
function ownOf({ context: { now }, clock }: Model, id: number, isRestricted = false): OwnInquiry {
  const { row, content, files, answer } = faceOf(id % 2 === 1 ? 'answered' : 'inProgress', now, clock);
  const consents = { reply: row.received_at.toISOString() };
  const to = { at: row.received_at, portalId: 1 };
  return {
    row: { ...row, id, consents, restricted_at: isRestricted ? now : null },
    ...{ content, files, answer: answer?.content },
    asker: { fields: { name: 'Giàng Thị Mẫu', nationality: 'Việt Nam' }, email: 'giang.mau@vidu.vn' },
    notes: [{ at: now, text: 'Xóm có bảy hộ.' }],
    given: [
      { ...to, move: 'receive' },
      { at: now, move: 'sendOut', outside: 'Thanh tra tỉnh (mẫu)' },
    ],
    mails: [
      { dedupe_key: '1', state: 'sent', queued_at: row.received_at, sent_at: row.received_at },
      { dedupe_key: '2', state: 'failed', queued_at: now, sent_at: null },
    ],
  };
}

function received(id: string, title: Words, count: number): Face {
  return {
    id,
    title,
    show({ lang, portal, context, clock }) {
      const view = { ...faceOf('received', context.now, clock), noticeClock: clock };
      const receipts = Array.from({ length: count }, (_, i) => ({
        ...{ view, body: portalName(portal, lang), href: '#' },
        code: makeCode(Buffer.alloc(CASE_CODE_BYTES, 91 + i)),
      }));
      return <ReceivedPage lang={lang} receipts={receipts} />;
    },
  };
}
