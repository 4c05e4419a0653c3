import type { StaffContext } from '../../../platform/http/types.ts';
import { civilDateOf, formatDate } from '../../../rules/calendar/index.ts';
import { Button, DataTable, Form } from '../../../ui/index.ts';
import { bringBackUntil, CAUSE_WORDS } from '../life-rules.ts';
import type { ArchivedCopy } from '../life-store.ts';
import { lifeWords } from '../life-words.ts';
import { publishingWords } from '../words.ts';
import type { LifeView } from './life.tsx';
import { lifePaths } from './life-parts.tsx';
import { SubHeading, when } from './parts.tsx';

interface CopiesProps {
  context: StaffContext;
  view: LifeView;
}

const OPEN = ['draft', 'submitted', 'checked', 'scheduled'];

/** Everything that was ever public of an item, each with its kept copy and the way back into a draft. */
export function Copies({ context, view }: CopiesProps) {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const c = w.copiesColumns;
  if (view.copies.length === 0) return <p class="note">{w.copiesNone}</p>;
  const ended = (copy: ArchivedCopy) =>
    copy.ended_as === null
      ? w.live
      : copy.ended_as === 'superseded'
        ? w.superseded
        : `${w.ways[copy.way ?? 'notice']}${copy.cause ? `: ${CAUSE_WORDS[copy.cause][lang]}` : ''}`;
  return (
    <>
      {view.mayWrite && view.copies.some(({ ended_at }) => ended_at) && <p class="note">{w.restoreNote}</p>}
      <DataTable
        lang={lang}
        table={{
          ...{ caption: w.copies, captionHidden: true, stacked: true },
          columns: [c.copy, c.published, c.ended, c.how, c.do].map((label) => ({ label })),
          rows: view.copies.map((copy) => [
            <a href={lifePaths.copy(lang, copy.item_id, copy.id)}>
              {p.languages[copy.language]}, {p.edition(copy.edition_number)}
            </a>,
            when(copy.published_at, lang).text,
            copy.ended_at ? when(copy.ended_at, lang).text : '',
            ended(copy),
            mayRestore(view, copy) ? (
              <Restore context={context} view={view} editionId={copy.edition_id} />
            ) : (
              ''
            ),
          ]),
        }}
      />
    </>
  );
}

function mayRestore({ mayWrite, editions }: LifeView, copy: ArchivedCopy): boolean {
  const isOpen = editions.some((one) => one.language === copy.language && OPEN.includes(one.state));
  return mayWrite && !isOpen && copy.ended_at !== null;
}

function Restore(props: { context: StaffContext; view: LifeView; editionId: number }) {
  const { context, view, editionId } = props;
  const { lang } = context;
  return (
    <Form
      action={lifePaths.life(lang, view.item.id)}
      hidden={{ _token: context.csrfToken, viec: 'laylai', editionId: String(editionId) }}
    >
      <Button kind="light">{lifeWords[lang].restore}</Button>
    </Form>
  );
}

/** Drafts that were thrown away and can still be brought back. */
export function Discarded({ context, view }: CopiesProps) {
  const { lang, now } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const today = civilDateOf(now);
  const found = view.editions.flatMap((edition) => {
    const at = view.discardedAt.get(edition.id);
    const until = at && bringBackUntil(civilDateOf(at));
    const isOpen = view.editions.some((one) => one.language === edition.language && OPEN.includes(one.state));
    return until && until >= today && !isOpen ? [{ edition, until }] : [];
  });
  if (!view.mayWrite || found.length === 0) return null;
  return (
    <>
      <SubHeading id="da-bo">{w.discarded}</SubHeading>
      {found.map(({ edition, until }) => (
        <Form
          key={edition.id}
          action={lifePaths.life(lang, view.item.id)}
          hidden={{ _token: context.csrfToken, viec: 'laylaithao', editionId: String(edition.id) }}
        >
          <p>
            <strong>{edition.title || p.untitled}</strong> ({p.languages[edition.language]},{' '}
            {p.edition(edition.number)}). {w.discardedUntil(formatDate(until, lang, 'short'))}
          </p>
          <Button kind="second">{w.bringBack}</Button>
        </Form>
      ))}
    </>
  );
}
