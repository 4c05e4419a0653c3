import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { Chips, DataTable, DeskTitle, EmptyState } from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { chairOf, listPortalBoards } from '../queries.ts';
import { boardWords } from '../words.ts';
import { hrefTo, page } from './parts.tsx';

/** Every portal one may look at, with its boards and how far they are as the regulation has them. */
export async function boardsList(ports: Ports, context: StaffContext): Promise<Reply> {
  const { lang, person, query } = context;
  const w = boardWords(lang);
  const all = await listPortalBoards(ports, person);
  const [only] = all;
  if (all.length === 1 && only)
    return { kind: 'redirect', to: hrefTo(lang, 'portal', { id: only.portal.id }) };
  const onlyFaulty = query.get('loc') === 'sua';
  const faulty = all.filter(({ findings }) => findings.some(({ weight }) => weight === 'must'));
  const shown = onlyFaulty ? faulty : all;
  const base = hrefTo(lang, 'list');
  return page(
    ports,
    context,
    { title: w.listTitle },
    <>
      <DeskTitle title={w.listTitle} />
      <p class="note">{w.listLead}</p>
      <Chips
        label={w.findings}
        chips={[
          { href: base, text: w.all, count: all.length, current: !onlyFaulty },
          { href: `${base}?loc=sua`, text: w.onlyFindings, count: faulty.length, current: onlyFaulty },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState title={w.clean} />
      ) : (
        <DataTable
          lang={lang}
          table={{
            caption: w.listTitle,
            captionHidden: true,
            stacked: true,
            columns: [{ label: w.portal }, { label: w.boards }, { label: w.head }, { label: w.findings }],
            rows: shown.map(({ portal, boards, findings }) => {
              const must = findings.filter(({ weight }) => weight === 'must').length;
              return [
                <a key="cong" href={hrefTo(lang, 'portal', { id: portal.id })}>
                  {portalName(portal, lang)}
                </a>,
                boards.map(({ row }) => (lang === 'vi' ? row.name_vi : row.name_en)).join('; ') || w.none,
                chairOf(boards)?.full_name ?? '–',
                w.count(must, findings.length - must),
              ];
            }),
          }}
        />
      )}
    </>,
  );
}
