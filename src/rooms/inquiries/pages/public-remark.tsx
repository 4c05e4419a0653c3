import { randomBytes } from 'node:crypto';
import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath, deskPaths } from '../../../platform/http/paths.ts';
import { type AnyRoute, type Reply, type StaffContext, staffRoute } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { portalsPermitted } from '../../../rules/access/index.ts';
import { CASE_CODE_BYTES, makeCode } from '../../../rules/case-code/index.ts';
import type { Intake as IntakeLaw } from '../../../rules/profile/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Button,
  Buttons,
  DeskTitle,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  KeyList,
} from '../../../ui/index.ts';
import { localityPortals, type PortalRow, portalName } from '../../portals/index.ts';
import { INQUIRY_PATHS } from '../addresses.ts';
import { type AskDraft, emptyAsk, type Problem, problemsOf, readAsk, TEXT_MOST } from '../forms.ts';
import { INTAKE_RULES } from '../intakes.ts';
import { permits } from '../permits.ts';
import { PROBLEMS } from '../problem-words.ts';
import { basisText, lawOf } from '../public-queries.ts';
import type { AskLaw } from '../public-rules.ts';
import { askWords } from '../public-words.ts';
import { remarkAsUnit } from '../receiving.ts';
import { digestOfCode, openText } from '../sealed.ts';
import { FORM_RANDOM_BYTES, type FormPlace, readToken, writeToken } from '../token-rules.ts';
import { errorIn, WrittenFields } from './public-ask-parts.tsx';
import { receiptCookies } from './public-receipt.tsx';

const REMARK = '/gop-y';

/** The page on which a member of staff writes for his unit (TB-061, LC-126, QN-064, LX-048, BG-083). */
export function remarkRoutes(ports: Ports): AnyRoute[] {
  const route = (name: string, method: 'GET' | 'POST', handle: (one: Remarking) => Promise<Reply>) =>
    staffRoute({
      ...{ name: `inquiries.${name}`, method, path: deskPaths(REMARK) },
      permit: { permits, permit: 'inquiries.remark' },
      handle: async (context) => handle(await remarkingOf(ports, context)),
    });
  return [
    route('remark', 'GET', async (one) => show(one, emptyAsk(newToken(one)), one.intakes[0]?.kind ?? '', [])),
    route('sendRemark', 'POST', send),
  ];
}

interface Remarking {
  ports: Ports;
  context: StaffContext;
  law: AskLaw;
  /** Intakes a text of the locality opens to units. */
  intakes: IntakeLaw[];
  from: PortalRow | undefined;
  main: PortalRow | undefined;
}

async function remarkingOf(ports: Ports, context: StaffContext): Promise<Remarking> {
  const { site, now, person } = context;
  const law = await lawOf(ports, site, now);
  const portals = await localityPortals(ports, site.localityId);
  const own = portalsPermitted(person, permits, 'inquiries.remark');
  const fromId = own.includes(site.portalId) ? site.portalId : own[0];
  return {
    ...{ ports, context, law },
    intakes: law.rules.intakes.filter(({ kind }) => INTAKE_RULES[kind].fromUnits),
    from: portals.find(({ id }) => id === fromId),
    main: portals.find((portal) => portal.is_main),
  };
}

const placeOf = ({ from }: Remarking): FormPlace => ({ portalId: from?.id ?? 0, intake: 'remark' });

function newToken(one: Remarking): string {
  const random = randomBytes(FORM_RANDOM_BYTES).toString('base64url');
  const token = { issuedAt: one.context.now, random, sum: undefined };
  return writeToken(one.ports.settings.secretKey, placeOf(one), token);
}

async function show(
  one: Remarking,
  draft: AskDraft,
  chosen: string,
  problems: readonly Problem[],
): Promise<Reply> {
  const { ports, context, law, intakes, from } = one;
  const { lang, csrfToken } = context;
  const w = askWords(lang);
  const errorOf = errorIn(problems, lang);
  const html = deskFrame(
    ports,
    context,
    { title: problems.length > 0 ? w.errorTitle(w.remarkTitle) : w.remarkTitle },
    <>
      <DeskTitle title={w.remarkTitle} />
      <p>{w.remarkLead}</p>
      <ErrorSummary
        lang={lang}
        title={w.fixTitle(problems.length)}
        errors={problems.map(({ field, words }) => ({ href: `#${field}`, text: words[lang] }))}
      />
      {intakes.length === 0 || !from ? (
        <EmptyState title={w.remarkNone} />
      ) : (
        <Form action={deskPath(lang, REMARK)} hidden={{ _token: csrfToken, token: draft.token }} id="gui">
          <KeyList rows={[{ key: w.remarkFor, value: portalName(from, lang) }]} />
          <Field
            lang={lang}
            kind="radios"
            name="intake"
            label={w.remarkIntake}
            value={chosen}
            choices={intakes.map((intake) => ({
              value: intake.kind,
              text: intake.name[lang],
              help: basisText(law.profiles, intake.basis, lang),
            }))}
            error={errorOf('intake')}
          />
          <WrittenFields {...{ lang, draft, problems }} textHelp={w.remarkTextHelp(TEXT_MOST)} />
          <Buttons>
            <Button icon="send">{w.remarkSend}</Button>
          </Buttons>
        </Form>
      )}
    </>,
  );
  return { kind: 'page', html, status: problems.length > 0 ? 422 : 200 };
}

/** A remark asks nothing about the person: his unit is who says it. */
const NEEDS = { topics: [], fields: [], asksForeigner: false, publishes: false };

async function send(one: Remarking): Promise<Reply> {
  const { ports, context, intakes, from, main } = one;
  const { lang, form, site } = context;
  const draft = readAsk(form);
  const chosen = form.get('intake') ?? '';
  const intake = intakes.find(({ kind }) => kind === chosen);
  const token = readToken(ports.settings.secretKey, placeOf(one), draft.token);
  const problems: Problem[] = [
    ...(intake ? [] : [{ field: 'intake', words: PROBLEMS.intake }]),
    ...problemsOf('question', draft, NEEDS),
    ...(token ? [] : [{ field: 'gui', words: PROBLEMS.tooOld }]),
  ];
  if (!intake || !token || !from || !main || problems.length > 0)
    return show(one, token ? draft : { ...draft, token: newToken(one) }, chosen, problems);
  const code = makeCode(randomBytes(CASE_CODE_BYTES));
  try {
    const received = await ports.perform(context.person, remarkAsUnit, {
      ...{ localityId: site.localityId, portalId: main.id, isMain: true, fromPortalId: from.id },
      ...{
        intake: intake.kind,
        language: lang,
        askerKind: 'unit',
        isForeigner: false,
        consents: [],
        files: [],
      },
      asker: { fields: { name: portalName(from, 'vi') } },
      content: { title: draft.title.replace(/\s+/g, ' ').trim(), text: draft.text.trim() },
      ...{ code, codeDigest: digestOfCode(ports.seal, code) },
      formDigest: ports.seal.digest(token.random, 'inquiry-form'),
    });
    const kept = openText(ports.seal, received.codeDigest, 'code', received.sealedCode) ?? code;
    const to = INQUIRY_PATHS.received[lang];
    return { kind: 'redirect', to, cookies: receiptCookies(ports.seal, kept) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return show(one, draft, chosen, [{ field: error.field ?? 'gui', words: error.words }]);
  }
}
