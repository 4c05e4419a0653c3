import type { Queryable } from '../../platform/db/index.ts';
import { chooseIssuer, issuerFold, issuerNames, registerOf } from '../../rules/issuers/index.ts';
import {
  type AskedNumber,
  besideNumbers,
  type Frequencies,
  ISSUER,
  issuerOfLexeme,
  LONGEST_STRICT,
  lexemesToCount,
  ownNumberKeys,
  type ParsedQuery,
  parseQuery,
  planOf,
  QUARTER,
  scorerOf,
} from '../../rules/query/index.ts';
import { foldVietnamese } from '../../rules/text/index.ts';
import { isFileAnchor } from '../site/index.ts';
import { correct } from './correcting.ts';
import type { Facets, Found, FoundPassage, SearchAnswer, SearchEngine, SearchRequest } from './engine.ts';
import { forceStateOf } from './rules.ts';
import { type CandidateRow, countTerms, listBeginning, listCandidates } from './store.ts';

/** Items that are read and ranked for one query. */
const MOST_RANKED = 100;
const LEAST_COVERAGE = 0.2;
/** Where few hold every word of a query of three and more, those that nearly do follow. */
const FEW = 10;
const NEARLY_ALL = 0.6;
/** What the newest gains over the oldest among equals, part of its score. */
const FRESHNESS = 0.02;
const NUMBER_SCORE = 1_000;
/** What a match in an attached file is worth of the same match in the item's own text, which is read sooner. */
const FILE_WEIGHT = 0.8;
/** Pairs looked at for each suggestion wanted: many go on with a word that says nothing. */
const MORE_PAIRS = 5;

interface Ranked {
  row: CandidateRow;
  score: number;
  coverage: number;
  hasAll: boolean;
  isNumbered: boolean;
  passages: FoundPassage[];
}

/** The engine on the tables of the portal itself: an inverted index gives candidates, BM25F orders them. */
export const sqlEngine: SearchEngine = {
  async search(db, request) {
    const query = parseQuery(request.text);
    const answer = await answerTo(db, request, query);
    const suggestion =
      query.phrases.length === 0 && (answer.total === 0 || answer.isLoose || answer.hasUnknown)
        ? await correct(db, request.localityId, query.tokens, answer.counted)
        : undefined;
    if (suggestion === undefined || (answer.total > 0 && !answer.isLoose))
      return { ...answer, suggestion, isCorrected: false };
    const meant = await answerTo(db, request, parseQuery(suggestion));
    return meant.total > 0 && !meant.isLoose
      ? { ...meant, suggestion, isCorrected: true }
      : { ...answer, suggestion: undefined, isCorrected: false };
  },
  async suggest(db, { text, localityId, limit }) {
    const { tokens } = parseQuery(text);
    const last = tokens.at(-1);
    if (!last || last.fold.length < 2) return [];
    const typed = text.normalize('NFC').trim();
    const pairs = await listBeginning(db, localityId, `${last.fold}_`, limit * MORE_PAIRS);
    return pairs
      .flatMap(({ shown }) => {
        const [own, next = ''] = shown.split(' ');
        const isSame = last.form === last.fold || own === last.form;
        const [word] = parseQuery(`${last.form} ${next}`).tokens.slice(1);
        return isSame && word && !word.asks && !/\d/.test(next) ? [`${typed} ${next}`] : [];
      })
      .slice(0, limit);
  },
};

type Answer = Omit<SearchAnswer, 'suggestion' | 'isCorrected'> & {
  counted: Frequencies;
  hasUnknown: boolean;
};

async function answerTo(db: Queryable, request: SearchRequest, asked: ParsedQuery): Promise<Answer> {
  const { languages, filters } = request;
  const language = languages.length === 1 ? languages[0] : undefined;
  const issuer =
    filters.issuer === undefined
      ? undefined
      : chooseIssuer(request.issuers ?? NOBODY, filters.issuer, [], request.today);
  const beginnings = issuer ? [QUARTER, ISSUER] : [QUARTER];
  const counted = await countTerms(
    db,
    request.localityId,
    lexemesToCount(asked, { ...filters, language }),
    beginnings,
  );
  const narrowed = { ...filters, language, issuers: issuer && issuersIn(counted, issuer.folded) };
  const query = isFiled(asked.numbers, counted) ? besideNumbers(asked) : asked;
  const plan = planOf(query, narrowed, counted);
  const question = { ...request, state: filters.state, most: MOST_RANKED };
  const rows = await listCandidates(db, plan.probes, question);
  const { kept, isLoose } = choose(rank(query, counted, rows), query);
  const isCut = plan.isWindowed || (rows[0]?.items ?? 0) > MOST_RANKED;
  return {
    found: kept.slice(request.offset, request.offset + request.limit).map(foundOf),
    total: kept.length,
    ...{ isCut, isLoose, counted, issuer },
    hasUnknown: query.tokens.some(({ fold, asks }) => !asks && (counted.of.get(fold) ?? 0) === 0),
    facets: facetsOf(kept, request),
  };
}

const NOBODY = registerOf([], []);

/** The lexemes of the index that are these names, in whatever form. */
function issuersIn({ of }: Frequencies, folded: ReadonlySet<string>): string[] {
  return [...of.keys()].filter(
    (lexeme) => lexeme.startsWith(ISSUER) && folded.has(issuerFold(issuerOfLexeme(lexeme))),
  );
}

/** Whether a document of one of these numbers is there. */
function isFiled(numbers: readonly AskedNumber[], { of }: Frequencies): boolean {
  return numbers.some(({ keys }) => keys.some((key) => (of.get(`=${key}`) ?? 0) > 0));
}

/** One entry of each item, its best passage; best first. */
function rank(query: ParsedQuery, counted: Frequencies, rows: readonly CandidateRow[]): Ranked[] {
  const scorer = scorerOf(query, counted);
  const best = new Map<number, Ranked>();
  const newest = Math.max(...rows.map((row) => row.first_published_at.getTime()));
  const oldest = Math.min(...rows.map((row) => row.first_published_at.getTime()));
  const span = Math.max(1, newest - oldest);
  for (const row of rows) {
    const scored = scorer.score({
      title: `${row.title} ${row.number}`,
      heading: row.heading,
      text: row.body,
    });
    if (!scored) continue;
    const numbered = numberScore(query.numbers, row);
    const fresh = 1 + (FRESHNESS * (row.first_published_at.getTime() - oldest)) / span;
    const one = {
      ...{ row, coverage: scored.coverage, hasAll: scored.hasAll, isNumbered: numbered > 0 },
      score: scored.score * fresh * (isFileAnchor(row.place) ? FILE_WEIGHT : 1) + numbered,
    };
    const before = best.get(row.id);
    const passages = before?.passages ?? [];
    passages.push({ place: addressOf(row), heading: row.heading, score: one.score });
    if (!before || one.score > before.score) best.set(row.id, { ...one, passages });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.row.id - a.row.id);
}

/** The fuller the number that fits, the higher. */
function numberScore(numbers: readonly AskedNumber[], { number_key, year }: CandidateRow): number {
  if (numbers.length === 0 || number_key === '') return 0;
  const own = new Set(ownNumberKeys(number_key, year));
  const scores = numbers.map(({ keys }) => {
    const at = keys.findIndex((key) => own.has(key));
    return at === -1 ? 0 : NUMBER_SCORE / (at + 1);
  });
  return Math.max(...scores);
}

/** All that hold every word; of sentences, and where nothing does, those that hold most of the weight. */
function choose(ranked: readonly Ranked[], { tokens }: ParsedQuery): { kept: Ranked[]; isLoose: boolean } {
  const content = new Set(tokens.filter(({ asks }) => !asks).map(({ fold }) => fold));
  const near = ranked.filter(({ coverage, isNumbered }) => isNumbered || coverage >= LEAST_COVERAGE);
  if (content.size > LONGEST_STRICT) return { kept: near, isLoose: false };
  const strict = ranked.filter(({ hasAll, isNumbered }) => hasAll || isNumbered);
  if (content.size < 3 || strict.length >= FEW) return { kept: strict, isLoose: false };
  if (strict.length === 0) return { kept: near, isLoose: near.length > 0 };
  const nearly = near.filter((one) => !strict.includes(one) && one.coverage >= NEARLY_ALL);
  return { kept: [...strict, ...nearly], isLoose: false };
}

/** What follows the first passage of a text or a file has no address of its own. */
const addressOf = ({ place }: CandidateRow) => place.replace(/~\d+$/, '');

function foundOf({ row, score, isNumbered, passages }: Ranked): Found {
  const file = isFileAnchor(row.place) ? row.heading : undefined;
  const ranked = passages.toSorted((a, b) => b.score - a.score);
  return { ...row, place: addressOf(row), file, score, isNumbered, passages: ranked };
}

const MOST_VALUES = 12;

function facetsOf(kept: readonly Ranked[], { today, issuers = NOBODY }: SearchRequest): Facets {
  const count = (readValue: (row: CandidateRow) => string) => countAll((row) => [readValue(row)]);
  const names = issuerNames(
    issuers,
    kept.map(({ row }) => row.issuer),
    today,
  );
  const countAll = (readValues: (row: CandidateRow) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const { row } of kept) {
      for (const value of readValues(row)) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, times]) => ({ value, count: times }))
      .sort((a, b) => b.count - a.count || (foldVietnamese(a.value) < foldVietnamese(b.value) ? -1 : 1))
      .slice(0, MOST_VALUES);
  };
  return {
    kind: count(({ kind }) => kind),
    portalId: count(({ portal_id }) => String(portal_id)),
    field: count(({ field }) => field),
    // counted for its successors too, since choosing one of them finds it
    issuer: countAll(({ issuer }) => names.get(issuer) ?? []),
    year: count(({ year }) => String(year ?? '')).sort((a, b) => Number(b.value) - Number(a.value)),
    state: count((row) => forceStateOf(row, today) ?? ''),
  };
}
