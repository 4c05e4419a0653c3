import { deskFrame } from '../../../desk-frame.tsx';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { formatDate } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Breadcrumb, Callout, DeskTitle, KeyList } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { namesOf } from '../desk-store.ts';
import { readId } from '../forms.ts';
import type { Keeping } from '../keeping.ts';
import { findKeeping } from '../keeping-store.ts';
import { CAUSE_WORDS } from '../life-rules.ts';
import { findKeptCopy, type KeptCopy } from '../life-store.ts';
import { lifeWords } from '../life-words.ts';
import { findReadableItem, type LoadedItem, reading } from '../queries.ts';
import { isContentWhole } from '../verifying.ts';
import { publishingWords } from '../words.ts';
import { keptWords } from './archive.tsx';
import { lifePaths } from './life-parts.tsx';
import { page, paths, SubHeading, when } from './parts.tsx';
import { ArticleParts } from './preview.tsx';

interface CopyView extends LoadedItem {
  copy: KeptCopy;
  approver: string;
  isWhole: boolean;
  keeping: Keeping | undefined;
}

/** A copy exactly as it was approved, with who and when, its hash held against it, to be printed. */
export async function showKeptCopy(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, params } = context;
  const view = await reading(ports, person, async (tx): Promise<CopyView | undefined> => {
    const loaded = await findReadableItem(tx, person, readId(params.id));
    const copyId = readId(params.copyId);
    const copy = loaded && copyId ? await findKeptCopy(tx, loaded.item.id, copyId) : undefined;
    if (!loaded || !copy) return undefined;
    const names = await namesOf(tx, [copy.approved_by]);
    return {
      ...{ ...loaded, copy, approver: names.get(copy.approved_by) ?? '' },
      isWhole: await isContentWhole(tx, copy.id),
      keeping: await findKeeping(tx, loaded.portal.id),
    };
  });
  if (!view) return { kind: 'missing' };
  return page(copyPage(ports, context, view));
}

function copyPage(ports: Ports, context: StaffContext, view: CopyView): string {
  const { lang } = context;
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const { copy, portal } = view;
  return deskFrame(
    ports,
    context,
    { title: `${w.copy}: ${copy.title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: p.items },
          { href: lifePaths.life(lang, view.item.id), text: w.life },
        ]}
        here={w.copy}
      />
      <DeskTitle eyebrow={w.copy} title={copy.title}>
        <p class="note">{w.copyLead}</p>
      </DeskTitle>
      <Callout tone={view.isWhole ? 'good' : 'bad'} title={view.isWhole ? w.copyWhole : w.copyBroken} />
      <KeyList rows={facts(view, lang)} wide />
      <SubHeading id="noi-dung-ban">{w.copyText}</SubHeading>
      <article lang={copy.language}>
        <ArticleParts
          lang={lang}
          level={2}
          content={{
            ...{ title: copy.title, summary: copy.summary, bodyHtml: copy.body_html, author: copy.author },
            ...{ source: copy.source, attachments: copy.attachments, facts: copy.facts },
            ...{ pictureAlt: copy.picture?.alt ?? '', pictureCaption: copy.picture?.caption ?? '' },
          }}
          picture={copy.picture ?? undefined}
          item={copy}
          kind={lang === 'vi' ? copy.section_vi : copy.section_en}
          body={portalName(portal, lang)}
          at={copy.first_published_at}
        />
      </article>
      {copy.files.length > 0 && (
        <>
          <SubHeading id="tep">{w.copyFiles}</SubHeading>
          <ul>
            {copy.files.map((file) => (
              <li key={`${file.hash}${file.name}`}>
                {w.fileKept(file.name, file.size_bytes.toLocaleString(lang))}{' '}
                <code>{file.hash.slice(0, 16)}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>,
  );
}

function facts({ copy, portal, approver, keeping }: CopyView, lang: Lang) {
  const w = lifeWords[lang];
  const p = publishingWords(lang);
  const f = w.copyFacts;
  const { clock } = copy;
  const due = clock?.dueOn ? formatDate(clock.dueOn, lang, 'short') : undefined;
  const how = copy.ended_as === 'superseded' ? w.superseded : w.ways[copy.way ?? 'notice'];
  return [
    { key: f.portal, value: portalName(portal, lang) },
    { key: f.section, value: lang === 'vi' ? copy.section_vi : copy.section_en },
    { key: f.edition, value: `${p.languages[copy.language]}, ${p.edition(copy.edition_number)}` },
    { key: f.published, value: when(copy.published_at, lang).text },
    { key: f.approved, value: approver },
    { key: f.approvedAt, value: when(copy.approved_at, lang).text },
    ...(due ? [{ key: f.clock, value: clock?.inTime ? w.clockInTime(due) : w.clockLate(due) }] : []),
    ...(copy.ended_at
      ? [
          { key: f.ended, value: when(copy.ended_at, lang).text },
          { key: f.how, value: how },
          ...(copy.cause ? [{ key: f.cause, value: CAUSE_WORDS[copy.cause][lang] }] : []),
          ...(copy.reason ? [{ key: f.notice, value: copy.reason }] : []),
          { key: f.kept, value: keptWords(keeping, copy.ended_at, lang) },
        ]
      : []),
    { key: f.hash, value: <code>{copy.content_hash}</code> },
  ];
}
