import { deskPath } from '../../../platform/http/paths.ts';
import { formatInstant } from '../../../rules/calendar/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { DataTable, FormSection } from '../../../ui/index.ts';
import { STATE_WORDS, type State } from '../../publishing/index.ts';
import { keyWords } from '../key-words.ts';
import type { ArrivalRow } from '../receiving-store.ts';

/** What other systems handed in: from which, when, where it stands, and what the clerk should look at. */
export function Arrivals({ lang, rows }: { lang: Lang; rows: readonly ArrivalRow[] }) {
  const w = keyWords(lang);
  const { document, system, at, state, findings } = w.arrivalColumns;
  return (
    <FormSection id="do-phan-mem" title={w.arrivalsTitle}>
      <DataTable
        lang={lang}
        table={{
          ...{ caption: w.arrivalsTitle, captionHidden: true, stacked: true, empty: w.arrivalsNone },
          columns: [document, system, at, state, findings].map((label) => ({ label })),
          rows: rows.map((row) => [
            <a key="open" href={deskPath(lang, `/tin-bai/${row.item_id}`)}>
              {row.number ? `${row.number}: ${row.title}` : row.title}
            </a>,
            row.system_name,
            formatInstant(row.received_at, lang),
            STATE_WORDS[row.state as State][lang],
            <Findings key="findings" lang={lang} row={row} />,
          ]),
        }}
      />
    </FormSection>
  );
}

function Findings({ lang, row }: { lang: Lang; row: ArrivalRow }) {
  if (row.findings.length === 0) return null;
  return (
    <details>
      <summary>
        {keyWords(lang).findings(row.findings.length)}
        <span class="unseen"> ({row.number ?? row.title})</span>
      </summary>
      <ul>
        {row.findings.map((finding, index) => (
          <li key={index}>{finding[lang]}</li>
        ))}
      </ul>
    </details>
  );
}
