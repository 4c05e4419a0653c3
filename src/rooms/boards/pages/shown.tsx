import type { Lang } from '../../../rules/lang.ts';
import { DataTable } from '../../../ui/index.ts';
import type { Showing } from '../showing-rules.ts';
import { boardWords } from '../words.ts';
import { dayOf } from './parts.tsx';

/** A board as the public sees it; the desk shows the same before it is approved. */
export function ShownBoard({ lang, board, level }: { lang: Lang; board: Showing; level: 2 | 3 }) {
  const w = boardWords(lang);
  const Heading = level === 2 ? 'h2' : 'h3';
  const { number, on, issuer } = board.decision;
  return (
    <section aria-label={board.name[lang]}>
      <Heading>{board.name[lang]}</Heading>
      <p>{w.publicDecision(number, dayOf(on, lang), issuer)}</p>
      {board.standingBody && (
        <p>
          {w.standingBody}: {board.standingBody}.
        </p>
      )}
      <DataTable
        lang={lang}
        table={{
          caption: w.membersOf(board.name[lang]),
          captionHidden: true,
          stacked: true,
          columns: [{ label: w.fullName }, { label: w.title }, { label: w.office }],
          rows: board.members.map((one) => [one.name, one.title[lang], one.office]),
        }}
      />
    </section>
  );
}
