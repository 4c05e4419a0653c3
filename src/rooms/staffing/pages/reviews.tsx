import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import { readId } from '../../../platform/http/ids.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { civilDateOf, formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import type { Profile } from '../../../rules/profile/index.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  Form,
  FormSection,
  StatePill,
} from '../../../ui/index.ts';
import { roleTitle } from '../../accounts/index.ts';
import { type PortalRow, portalName, profileInForce } from '../../portals/index.ts';
import { permits } from '../permits.ts';
import { dayOf, readablePortals, reading } from '../register-queries.ts';
import { decideRights, finishReview } from '../review-commands.ts';
import {
  findReview,
  listReviewLines,
  listReviews,
  type ReviewLineRow,
  type ReviewRow,
} from '../review-store.ts';
import { reviewWords } from '../review-words.ts';
import { type FieldErrors, hrefTo, page, seeOther } from './parts.tsx';

/** Reviews of the portals one reads, open ones first: the report of the last ones. */
export async function reviewsPage(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, now } = context;
  const w = reviewWords(lang);
  const portals = await readablePortals(ports, person);
  if (portals.length === 0) return { kind: 'missing' };
  const names = new Map(portals.map((one) => [one.id, portalName(one, lang)]));
  const reviews = await reading(ports, person, (tx) => listReviews(tx, [...names.keys()]));
  const todayOn = civilDateOf(now);
  return page(
    ports,
    context,
    { title: w.title, part: 'reviews' },
    <>
      <DeskTitle title={w.title} />
      <p class="note">{w.lead}</p>
      {reviews.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.title,
            captionHidden: true,
            stacked: true,
            columns: [
              { label: w.portal },
              { label: w.opened },
              { label: w.due },
              { label: w.progress },
              { label: w.outcome },
            ],
            rows: reviews.map((one) => [
              <a key="cong" href={hrefTo(lang, 'review', one.id)}>
                {names.get(one.portal_id)}
              </a>,
              dayOf(civilDateOf(one.opened_at), lang),
              dayOf(one.due_on, lang),
              w.progressOf(one.decided, one.lines),
              <Outcome key="kq" lang={lang} review={one} todayOn={todayOn} />,
            ]),
          }}
        />
      )}
    </>,
  );
}

function Outcome({ lang, review, todayOn }: { lang: Lang; review: ReviewRow; todayOn: string }) {
  const w = reviewWords(lang);
  if (!review.finished_at) {
    const isLate = review.due_on < todayOn;
    return <StatePill tone={isLate ? 'bad' : 'live'}>{isLate ? w.overdue : w.running}</StatePill>;
  }
  const done = w.finishedBy(review.finisher_name ?? '', formatInstant(review.finished_at, lang));
  return (
    <StatePill tone="good">
      {done}; {w.taken(review.taken)}
    </StatePill>
  );
}

interface View {
  context: StaffContext;
  review: ReviewRow;
  lines: ReviewLineRow[];
  portal: PortalRow;
  profile: Profile;
  todayOn: string;
  errors: FieldErrors;
}

/** One review: every right with its last use, and the verdicts. */
export async function reviewPage(
  ports: Ports,
  context: StaffContext,
  errors: FieldErrors = {},
): Promise<Reply> {
  const { lang, person, params, query, now } = context;
  const w = reviewWords(lang);
  const id = readId(params.review) ?? 0;
  const review = await reading(ports, person, (tx) => findReview(tx, id));
  const portal = (await readablePortals(ports, person)).find((one) => one.id === review?.portal_id);
  if (!review || !portal) return { kind: 'missing' };
  const lines = await reading(ports, person, (tx) => listReviewLines(tx, id));
  const todayOn = civilDateOf(now);
  const profile = await profileInForce(ports, person.localityId, todayOn);
  const title = w.pageTitle(portalName(portal, lang));
  const view: View = { context, review, lines, portal, profile, todayOn, errors };
  const may = isPermitted(person, permits, 'staffing.review', portal.id) && !review.finished_at;
  const left = lines.filter((line) => !line.verdict && !line.is_gone && line.person_id !== person.personId);
  return page(
    ports,
    context,
    { title, portalName: portalName(portal, lang), errors, notice: w.done[query.get('xong') ?? ''] },
    <>
      <Breadcrumb lang={lang} links={[{ href: hrefTo(lang, 'reviews'), text: w.title }]} here={title} />
      <DeskTitle
        eyebrow={w.eyebrow(dayOf(civilDateOf(review.opened_at), lang), dayOf(review.due_on, lang))}
        title={title}
      />
      <Outcome lang={lang} review={review} todayOn={todayOn} />
      <Lines {...view} />
      {may && left.length > 0 && <Verdicts {...view} left={left} />}
      {may && (
        <FormSection id="hoan-tat" title={w.finish} note={w.finishNote}>
          <Form
            action={hrefTo(lang, 'finishReview', id)}
            hidden={{ _token: context.csrfToken }}
            label={w.finish}
          >
            <Button kind="second">{w.finish}</Button>
          </Form>
        </FormSection>
      )}
    </>,
  );
}

const titleOf = ({ profile, portal, todayOn, context }: View, line: ReviewLineRow) =>
  roleTitle(profile, line.role, portal.is_main, todayOn)[context.lang];

function Lines(view: View) {
  const { lang, person } = view.context;
  const w = reviewWords(lang);
  const standing = (line: ReviewLineRow) => {
    if (line.verdict && line.decided_at)
      return w.decided(
        w.verdicts[line.verdict],
        line.decider_name ?? '',
        formatInstant(line.decided_at, lang),
      );
    if (line.is_gone) return w.gone;
    return line.person_id === person.personId ? w.own : '–';
  };
  return (
    <DataTable
      lang={lang}
      table={{
        caption: w.title,
        captionHidden: true,
        stacked: true,
        columns: [{ label: w.person }, { label: w.role }, { label: w.lastUse }, { label: w.verdict }],
        rows: view.lines.map((line) => [
          `${line.full_name} (${line.username})`,
          titleOf(view, line),
          line.last_used_on ? dayOf(line.last_used_on, lang) : w.never,
          standing(line),
        ]),
      }}
    />
  );
}

function Verdicts(view: View & { left: ReviewLineRow[] }) {
  const { context, review, left, errors } = view;
  const { lang, csrfToken, form } = context;
  const w = reviewWords(lang);
  return (
    <FormSection id="ket-luan" title={w.verdict} note={w.saveNote}>
      <Form action={hrefTo(lang, 'review', review.id)} hidden={{ _token: csrfToken }} label={w.verdict}>
        {left.map((line, index) => (
          <Field
            key={line.id}
            lang={lang}
            kind="radios"
            name={`dong-${line.id}`}
            label={w.choose(titleOf(view, line), line.full_name)}
            value={form.get(`dong-${line.id}`) ?? ''}
            choices={(['kept', 'taken'] as const).map((one) => ({ value: one, text: w.verdicts[one] }))}
            error={index === 0 ? errors[`dong-${line.id}`]?.[lang] : undefined}
          />
        ))}
        <Field
          lang={lang}
          kind="text"
          name="note"
          label={w.note}
          help={w.noteHelp}
          optional
          value={form.get('note') ?? ''}
          maxLength={300}
        />
        <Button kind="main">{w.save}</Button>
      </Form>
    </FormSection>
  );
}

async function onReview(
  ports: Ports,
  context: StaffContext,
  done: string,
  work: (on: { portalId: number; reviewId: number }, lines: ReviewLineRow[]) => Promise<Words | undefined>,
): Promise<Reply> {
  const { person, params, lang } = context;
  const reviewId = readId(params.review) ?? 0;
  const review = await reading(ports, person, (tx) => findReview(tx, reviewId));
  if (!review || !isPermitted(person, permits, 'staffing.review', review.portal_id))
    return { kind: 'missing' };
  const lines = await reading(ports, person, (tx) => listReviewLines(tx, reviewId));
  const first = lines.find((line) => !line.verdict && line.person_id !== person.personId);
  const field = first ? `dong-${first.id}` : 'hoan-tat';
  try {
    const fault = await work({ portalId: review.portal_id, reviewId }, lines);
    if (fault) return reviewPage(ports, context, { [field]: fault });
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return reviewPage(ports, context, { [done === 'xong' ? 'hoan-tat' : field]: error.words });
  }
  return seeOther(`${hrefTo(lang, 'review', reviewId)}?xong=${done}`);
}

/** The verdicts of a form; a step that counts as a signature is taken here and in `finish`, nowhere else. */
export function decide(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, form } = context;
  return onReview(ports, context, 'luu', async (on, lines) => {
    const verdicts = lines.flatMap(({ id }) => {
      const verdict = form.get(`dong-${id}`);
      return verdict === 'kept' || verdict === 'taken'
        ? [{ lineId: id, verdict: verdict as 'kept' | 'taken' }]
        : [];
    });
    if (verdicts.length === 0)
      return { vi: reviewWords('vi').nothingChosen, en: reviewWords('en').nothingChosen };
    await ports.perform(person, decideRights, { ...on, verdicts, note: form.get('note') ?? '' });
    return undefined;
  });
}

export function finish(ports: Ports, context: StaffContext): Promise<Reply> {
  return onReview(ports, context, 'xong', async (on) => {
    await ports.perform(context.person, finishReview, on);
    return undefined;
  });
}
