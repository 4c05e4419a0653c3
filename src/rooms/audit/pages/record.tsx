import type { Lang } from '../../../rules/lang.ts';
import {
  Callout,
  type Choice,
  DataTable,
  DeskTitle,
  EmptyState,
  Field,
  FilterBar,
  KeyList,
  LinkButton,
  type LinkView,
  Moment,
  type MomentView,
  Pager,
  TextLink,
  ToolBar,
} from '../../../ui/index.ts';
import type { FilterDraft } from '../forms.ts';
import { recordWords } from '../words.ts';

export interface EntryLine {
  number: string;
  moment: MomentView;
  command: string;
  who: LinkView;
  portal: string;
  subject: LinkView;
  payload: string;
  hash: string;
  /** From where it was done, for those who may see it. */
  caller?: string | undefined;
}

export interface RecordView {
  lang: Lang;
  action: string;
  draft: FilterDraft;
  commands: Choice[];
  portals: Choice[];
  entries: EntryLine[];
  isFiltered: boolean;
  newerHref?: string | undefined;
  olderHref?: string | undefined;
  csvHref: string;
  jsonHref: string;
  verifyHref: string;
  /** Who sees addresses and how long they are kept, for those who see them. */
  callerNote?: string | undefined;
  refusal?: string | undefined;
}

export function RecordPage(view: RecordView) {
  const { lang, entries } = view;
  const w = recordWords(lang);
  return (
    <>
      <DeskTitle title={w.title} />
      <p>{w.lead}</p>
      {view.callerNote && <p class="note">{view.callerNote}</p>}
      {view.refusal && <Callout tone="bad" live title={view.refusal} />}
      <Filters {...view} />
      <ToolBar>
        <LinkButton kind="light" icon="download" href={view.csvHref} download>
          {w.exportCsv}
        </LinkButton>
        <LinkButton kind="light" icon="download" href={view.jsonHref} download>
          {w.exportJson}
        </LinkButton>
        <LinkButton kind="light" icon="shield" href={view.verifyHref}>
          {w.verify}
        </LinkButton>
      </ToolBar>
      {entries.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.count(entries.length),
            captionHidden: true,
            columns: [
              { label: w.number, numeric: true },
              { label: w.at },
              { label: w.command },
              { label: w.who },
              { label: w.portal },
              { label: w.subject },
              { label: w.details },
            ],
            rows: entries.map((entry) => [
              entry.number,
              <Moment key="luc" moment={entry.moment} />,
              entry.command,
              <TextLink key="nguoi" link={entry.who} />,
              entry.portal,
              <TextLink key="doi-tuong" link={entry.subject} />,
              <Details key="chi-tiet" lang={lang} entry={entry} />,
            ]),
          }}
        />
      )}
      <Pager lang={lang} newerHref={view.newerHref} olderHref={view.olderHref} />
    </>
  );
}

function Filters({ lang, action, draft, commands, portals, isFiltered, entries }: RecordView) {
  const w = recordWords(lang);
  return (
    <FilterBar
      lang={lang}
      action={action}
      result={w.count(entries.length)}
      clearHref={isFiltered ? action : undefined}
    >
      <Field
        lang={lang}
        kind="select"
        name="viec"
        label={w.command}
        value={draft.viec}
        empty={w.anyCommand}
        choices={commands}
        optional
      />
      <Field
        lang={lang}
        kind="text"
        name="nguoi"
        label={w.person}
        value={draft.nguoi}
        autocomplete="off"
        optional
      />
      {portals.length > 1 && (
        <Field
          lang={lang}
          kind="select"
          name="cong"
          label={w.portal}
          value={draft.cong}
          empty={w.anyPortal}
          choices={portals}
          optional
        />
      )}
      <Field lang={lang} kind="text" name="doi-tuong" label={w.subject} value={draft['doi-tuong']} optional />
      <Field lang={lang} kind="date" name="tu" label={w.from} value={draft.tu} optional />
      <Field lang={lang} kind="date" name="den" label={w.to} value={draft.den} optional />
    </FilterBar>
  );
}

function Details({ lang, entry }: { lang: Lang; entry: EntryLine }) {
  const w = recordWords(lang);
  return (
    <details>
      <summary>
        {w.details}
        <span class="unseen"> {entry.number}</span>
      </summary>
      <p>
        <code>{entry.payload}</code>
      </p>
      {entry.caller && (
        <p>
          {w.caller}: {entry.caller}
        </p>
      )}
      <p class="note">
        {w.hash}: <code>{entry.hash}</code>
      </p>
    </details>
  );
}

export interface VerdictView {
  lang: Lang;
  /** Entries in the chain, written for people, and the last code; or where it breaks and why. */
  verdict: { entries: string; hash: string } | { seq: string; reason: 'gap' | 'prev' | 'hash' | 'head' };
  backHref: string;
}

export function VerdictPage({ lang, verdict, backHref }: VerdictView) {
  const w = recordWords(lang);
  return (
    <>
      <DeskTitle title={w.verifyTitle} />
      <p>{w.verifyLead}</p>
      {'entries' in verdict ? (
        <>
          <Callout tone="good" live title={verdict.hash ? w.whole(verdict.entries) : w.wholeEmpty} />
          {verdict.hash && <KeyList rows={[{ key: w.lastHash, value: <code>{verdict.hash}</code> }]} />}
        </>
      ) : (
        <Callout tone="bad" live title={w.broken(verdict.seq)}>
          <p>{w.reasons[verdict.reason]}</p>
          <p>{w.brokenNext}</p>
        </Callout>
      )}
      <LinkButton kind="second" icon="arrow-left" href={backHref}>
        {w.back}
      </LinkButton>
    </>
  );
}
