import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../../rules/case-code/index.ts';
import type { Words } from '../../../rules/lang.ts';
import { PageTitle } from '../../../ui/index.ts';
import { portalFacts, portalName, publicFrame } from '../../portals/index.ts';
import { INQUIRY_PATHS, privatePath } from '../addresses.ts';
import { type AskDraft, type AskNeeds, emptyAsk, type Problem, problemsOf } from '../forms.ts';
import { PROBLEMS } from '../problem-words.ts';
import { basisText, lawOf } from '../public-queries.ts';
import { askedFields } from '../public-rules.ts';
import { STATES, type State } from '../rules.ts';
import { STATE_TOLD } from '../track-words.ts';
import { AskPage } from './public-ask.tsx';
import type { AskView } from './public-ask-parts.tsx';
import {
  clockOfFaces,
  type Face,
  faceOf,
  type Model,
  WRITTEN_TEXT,
  WRITTEN_TITLE,
} from './public-face-cases.ts';
import { ReceiptPage } from './public-receipt.tsx';
import { TrackPage, type TrackView } from './public-track.tsx';
import { RIGHTS_FACES } from './rights-faces.tsx';
import { WORDS_FACES } from './words-faces.tsx';

const LIST = { vi: '/dev/hoi-dap', en: '/en/dev/questions' } as const;
/** A code of the right form that was given to nobody. */
const CODE = makeCode(Buffer.alloc(CASE_CODE_BYTES, 90));

const WRITTEN: Partial<AskDraft> = {
  topic: 'procedures',
  title: WRITTEN_TITLE,
  text: WRITTEN_TEXT,
  fields: { name: 'Giàng Thị Mẫu', nationality: 'Việt Nam', occupation: 'Làm nông' },
};

const FACES: readonly Face[] = [
  ask('buoc-1', { vi: 'Bước 1, trống', en: 'Step 1, empty' }, {}),
  ask('buoc-1-loi', { vi: 'Bước 1, có lỗi', en: 'Step 1, errors' }, {}, { check: true }),
  ask(
    'buoc-1-canh-bao',
    { vi: 'Bước 1, có dữ liệu cá nhân; câu tương tự', en: 'Step 1, personal data; similar questions' },
    WRITTEN,
    { warned: ['phone', 'name'], similar: true },
  ),
  ask('buoc-2', { vi: 'Bước 2, cá nhân', en: 'Step 2, a person' }, { ...WRITTEN, step: 'asker' }),
  ask(
    'buoc-2-to-chuc',
    { vi: 'Bước 2, tổ chức', en: 'Step 2, an organisation' },
    { ...WRITTEN, step: 'asker', askerKind: 'organisation' },
  ),
  ask(
    'buoc-2-loi',
    { vi: 'Bước 2, có lỗi', en: 'Step 2, errors' },
    { ...WRITTEN, step: 'asker', email: 'ten@', phone: '12' },
    { check: true },
  ),
  ask('buoc-3', { vi: 'Bước 3', en: 'Step 3' }, { ...WRITTEN, step: 'consent', email: 'ten@vidu.vn' }),
  ask(
    'buoc-3-loi',
    { vi: 'Bước 3, thiếu đồng ý, có phép tính', en: 'Step 3, consent missing, with the sum' },
    { ...WRITTEN, step: 'consent', email: 'ten@vidu.vn' },
    { check: true, sum: [3, 4] },
  ),
  {
    id: 'bien-nhan',
    title: { vi: 'Biên nhận', en: 'Receipt' },
    show: ({ lang, clock, portal, context }) => (
      <ReceiptPage
        {...{ lang, code: CODE, view: faceOf('received', context.now, clock), origin: context.site.origin }}
        body={portalName(portal, lang)}
      />
    ),
  },
  ...STATES.map(track),
  {
    id: 'theo-doi-loi',
    title: { vi: 'Theo dõi, chưa đánh dấu rút', en: 'Following, withdrawal not confirmed' },
    show: (model) =>
      showTrack(model, 'inProgress', {
        problems: [{ field: 'sure', words: PROBLEMS.sure }],
        typed: { move: 'withdraw', inquiryId: 1, note: '' },
      }),
  },
  {
    id: 'theo-doi-gop-chua-tra-loi',
    title: { vi: 'Theo dõi: đã gộp, đang giải quyết', en: 'Following: joined, being handled' },
    show: (model) => {
      const view = faceOf('merged', model.context.now, undefined);
      const open = faceOf('waitingForAsker', model.context.now, model.clock);
      const joined = { ...view, joinedTo: open.row, clock: open.clock, answer: undefined };
      return showTrack(model, 'merged', { view: { ...joined, events: view.events.slice(0, -1) } });
    },
  },
  ...RIGHTS_FACES,
  ...WORDS_FACES,
];

interface AskFace {
  check?: true;
  warned?: AskView['warned'];
  similar?: true;
  sum?: [number, number];
}

function ask(id: string, title: Words, changed: Partial<AskDraft>, face: AskFace = {}): Face {
  return {
    id,
    title,
    show({ lang, law, portal, context }) {
      const intake = law.rules.intakes.find(({ kind }) => kind === 'question');
      if (!intake) return null;
      const draft: AskDraft = { ...emptyAsk(''), ...changed };
      const needs: AskNeeds = {
        topics: law.rules.scope?.topics.map(({ code }) => code) ?? [],
        fields: askedFields(law, intake.kind, draft.askerKind),
        asksForeigner: law.rules.english !== undefined,
        publishes: true,
      };
      const sum: Problem[] = face.sum ? [{ field: 'sum', words: PROBLEMS.sumNeeded }] : [];
      return (
        <AskPage
          {...{ lang, law, intake, draft, needs, csrfToken: '', sum: face.sum, keptYears: 5 }}
          receiver={{ name: portalName(portal, lang), contact: portal.contact }}
          problems={face.check ? [...problemsOf(draft.step, draft, needs), ...sum] : []}
          warned={face.warned ?? []}
          similar={
            face.similar && [
              {
                ...{ href: '#', title: 'Ai trả tiền đồng hồ nước khi thay đường ống?', inTime: true },
                ...{ body: portalName(portal, lang), publishedAt: context.now },
              },
            ]
          }
          similarHref={INQUIRY_PATHS.similar[lang]}
        />
      );
    },
  };
}

function track(state: State): Face {
  return {
    id: `theo-doi-${state}`,
    title: { vi: `Theo dõi: ${STATE_TOLD[state].vi}`, en: `Following: ${STATE_TOLD[state].en}` },
    show: (model) => showTrack(model, state, {}),
  };
}

function showTrack(model: Model, state: State, shown: Partial<TrackView>) {
  const { ports, lang, law, portal, context, clock } = model;
  const { disclaimer } = law.rules;
  return (
    <TrackPage
      {...{ lang, code: CODE, view: faceOf(state, context.now, clock), problems: [], typed: undefined }}
      {...{ done: undefined, csrfToken: '', path: privatePath(lang, CODE), publicHref: undefined }}
      bodyOf={() => portalName(portal, lang)}
      disclaimer={
        disclaimer && {
          text: disclaimer.text[lang],
          place: basisText(ports.profiles, disclaimer.basis, lang),
        }
      }
      complaintHref={undefined}
      {...shown}
    />
  );
}

/** Every page of the asker in every state, from invented letters; in the demo alone. */
export function faceRoutes(ports: Ports): AnyRoute[] {
  return [
    publicRoute({
      ...{ name: 'inquiries.faces', method: 'GET', path: LIST, audience: 'anyone' },
      handle: (context) => showList(ports, context),
    }),
    publicRoute({
      ...{ name: 'inquiries.face', method: 'GET', audience: 'anyone' },
      path: { vi: `${LIST.vi}/:face`, en: `${LIST.en}/:face` },
      handle: (context) => showFace(ports, context),
    }),
  ];
}

/** The ids of all faces, in the order of the list. */
export const FACE_IDS: readonly string[] = FACES.map(({ id }) => id);

async function showList(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang } = context;
  const title = lang === 'vi' ? 'Trang của người hỏi, mọi trạng thái' : 'Pages of the asker in every state';
  const framed = await publicFrame(
    ports,
    context,
    { title, otherHref: LIST[lang === 'vi' ? 'en' : 'vi'], robots: 'noindex' },
    <>
      <PageTitle title={title} />
      <ul>
        {FACES.map((face) => (
          <li key={face.id}>
            <a href={`${LIST[lang]}/${face.id}`}>{face.title[lang]}</a>
          </li>
        ))}
      </ul>
    </>,
  );
  return { kind: 'page', html: framed.html };
}

async function showFace(ports: Ports, context: RequestContext): Promise<Reply> {
  const { lang, site, now, params } = context;
  const face = FACES.find(({ id }) => id === params.face);
  if (!face) return { kind: 'missing' };
  const law = await lawOf(ports, site, now);
  const { portal } = await portalFacts(ports, site.portalId);
  const clock = await clockOfFaces(ports, context);
  const framed = await publicFrame(
    ports,
    context,
    {
      title: `${face.title[lang]} – ${formatInstant(now, lang)}`,
      otherHref: `${LIST[lang === 'vi' ? 'en' : 'vi']}/${face.id}`,
      robots: 'noindex',
      scripts: [ports.assetHref('ask-similar.js')],
    },
    face.show({ ports, context, lang, law, portal, clock }),
  );
  return { kind: 'page', html: framed.html };
}
