import { deskFrame } from '../../../desk-frame.tsx';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Breadcrumb, Button, Buttons, Callout, DeskTitle, ErrorSummary, Form } from '../../../ui/index.ts';
import { localityPortals } from '../../portals/index.ts';
import { deskWords } from '../desk-words.ts';
import { orderForgetting } from '../forgetting.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { PROBLEMS } from '../problem-words.ts';
import {
  attachCertificate,
  correctAsker,
  liftRestriction,
  restrictInquiry,
  withdrawConsent,
} from '../rights-commands.ts';
import { carryingWords } from '../rights-desk-words.ts';
import { readAddress, readAsker } from '../rights-forms.ts';
import { findRightsCase, type OwnInquiry, type RightsCase } from '../rights-queries.ts';
import { sealFile } from '../sealed.ts';
import { Paragraphs, page, paths, seeOther } from './desk-parts.tsx';
import { certificateFile } from './rights-certificate.tsx';
import { OneToCarryOut } from './rights-desk-one.tsx';
import { namesOf } from './rights-parts.tsx';

/** What was typed for one of the inquiries, and why it was refused. */
export interface TypedRights {
  inquiryId: number | undefined;
  deed: string;
  form: URLSearchParams;
  refusal: Refusal;
}

/** A request about personal data, with everything it is about and what the board can do with it. */
export async function showRights(ports: Ports, context: StaffContext): Promise<Reply> {
  const found = await findHere(ports, context);
  return found ? rightsPage(ports, context, found, undefined) : { kind: 'missing' };
}

async function findHere(ports: Ports, { params, person }: StaffContext): Promise<RightsCase | undefined> {
  const id = readId(params.id);
  return id === undefined ? undefined : findRightsCase(ports, person, id);
}

/** One deed, posted from the page. */
export async function carryOut(ports: Ports, context: StaffContext): Promise<Reply> {
  const found = await findHere(ports, context);
  if (!found) return { kind: 'missing' };
  const { form, lang } = context;
  const deed = form.get('do') ?? '';
  const one = found.own.find(({ row }) => String(row.id) === form.get('inquiryId'));
  try {
    await act(ports, context, { found, deed, one });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return rightsPage(ports, context, found, { inquiryId: one?.row.id, deed, form, refusal: error });
  }
  return seeOther(paths.rights(lang, found.request.id), deed);
}

const UNKNOWN = new Refusal('unknown-step', {
  vi: 'Không rõ bạn muốn làm việc nào. Hãy tải lại trang rồi bấm lại.',
  en: 'It is not clear what you meant. Reload the page and press again.',
});

interface Deed {
  found: RightsCase;
  deed: string;
  one: OwnInquiry | undefined;
}

async function act(ports: Ports, context: StaffContext, { found, deed, one }: Deed): Promise<void> {
  const { person, form } = context;
  const { request } = found;
  if (deed === 'certify') return certify(ports, context, found);
  if (!one) throw UNKNOWN;
  const of = { portalId: request.portal_id, inquiryId: one.row.id, requestId: request.id };
  if (deed === 'correct') {
    const email = form.get('email')?.trim() ?? '';
    if (email !== '' && !readAddress(email)) throw new Refusal('email', PROBLEMS.email, 'email');
    await ports.perform(person, correctAsker, { ...of, asker: readAsker(form) });
  } else if (deed === 'restrict') await ports.perform(person, restrictInquiry, of);
  else if (deed === 'lift') await ports.perform(person, liftRestriction, of);
  else if (deed === 'withdrawConsent')
    await ports.perform(person, withdrawConsent, { ...of, purposes: form.getAll('purposes') });
  else if (deed === 'delete') await ports.perform(person, orderForgetting, of);
  else throw UNKNOWN;
}

/** Makes the certificate as of now, seals it for the request and puts it with it. */
async function certify(ports: Ports, { person, now }: StaffContext, found: RightsCase): Promise<void> {
  const { request, own } = found;
  const { language: lang } = request;
  const portals = await localityPortals(ports, request.locality_id);
  const nameOf = namesOf(portals, lang);
  const bytes = certificateFile({ lang, own, nameOf, at: now, portal: nameOf(request.portal_id) });
  const { hash } = await ports.files.put(sealFile(ports.seal, request.code_digest, bytes));
  await ports.perform(person, attachCertificate, {
    ...{ portalId: request.portal_id, inquiryId: request.id },
    file: {
      name: carryingWords(lang).fileName(request.id),
      type: 'text/html; charset=utf-8',
      ...{ sizeBytes: bytes.length, hash },
    },
    aboutIds: own.map(({ row }) => row.id),
  });
}

async function rightsPage(
  ports: Ports,
  context: StaffContext,
  found: RightsCase,
  typed: TypedRights | undefined,
): Promise<Reply> {
  const { lang, csrfToken, query } = context;
  const { request, own, elsewhere } = found;
  const w = carryingWords(lang);
  const d = deskWords(lang);
  const number = d.number(INTAKE_RULES[request.intake].name[lang], request.id);
  const nameOf = namesOf(await localityPortals(ports, request.locality_id), lang);
  const done = w.done[query.get('xong') ?? ''];
  const html = deskFrame(
    ports,
    context,
    { title: `${number}: ${w.title}`, portalName: nameOf(request.portal_id) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.board(lang), text: d.title },
          { href: paths.one(lang, request.id), text: number },
        ]}
        here={w.title}
      />
      <DeskTitle eyebrow={number} title={w.title} />
      {done && !typed && <Callout tone="good" live title={done} />}
      <ErrorSummary lang={lang} title={d.problems} errors={typed ? [linkTo(typed, lang)] : []} />
      <p>{w.lead}</p>
      {found.wish && (
        <Callout title={found.wish.title}>
          <Paragraphs
            text={found.wish.text}
            textLang={request.language === lang ? undefined : request.language}
          />
        </Callout>
      )}
      {elsewhere.length > 0 && <Callout tone="warn" title={w.elsewhere(elsewhere)} />}
      {own.length > 0 && (
        <Form
          action={paths.rights(lang, request.id)}
          hidden={{ _token: csrfToken, do: 'certify' }}
          label={w.certify}
        >
          <p class="note">{w.certifyNote}</p>
          <Buttons>
            <Button kind="second">{w.certify}</Button>
          </Buttons>
        </Form>
      )}
      {own.map((one) => (
        <OneToCarryOut
          key={one.row.id}
          {...{ lang, one, request, nameOf, csrfToken }}
          typed={typed?.inquiryId === one.row.id ? typed : undefined}
        />
      ))}
    </>,
  );
  return page(html, typed ? 422 : 200);
}

function linkTo({ inquiryId, deed, refusal }: TypedRights, lang: 'vi' | 'en') {
  const place =
    inquiryId === undefined ? '' : `${deed}-${inquiryId}${refusal.field ? `-${refusal.field}` : ''}`;
  return { href: `#${place}`, text: refusal.words[lang] };
}
