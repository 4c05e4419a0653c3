import { formatDate } from '../../../rules/calendar/index.ts';
import { articleText, periodText } from '../../../rules/clock/index.ts';
import type { Lang, Words } from '../../../rules/lang.ts';
import type { Duty, Profile } from '../../../rules/profile/index.ts';
import { eventsText, kindsText, paceText, REGULATION_WORDS, variantText } from '../regulation-words.ts';

/** One value of a regulation as a line of a table. */
export interface ValueLine {
  name: string;
  /** Period or pace, or what the value says. */
  term: string;
  start: string;
  article: string;
  dates: string;
  reading: string;
}

export interface ValueGroup {
  title: string;
  lines: ValueLine[];
}

/** What every value of a profile has, of the law or of ours. */
interface Value {
  article?: string | undefined;
  source?: string | undefined;
  printedAs?: string | undefined;
  duty?: readonly string[];
  reading?: Words | undefined;
  confirmed?: boolean;
  ours?: boolean;
  validFrom?: string;
  validTo?: string | undefined;
}

function line(
  value: Value,
  name: string,
  term: string,
  lang: Lang,
  more: { start?: string; notes?: string[] } = {},
): ValueLine {
  const w = REGULATION_WORDS[lang];
  const short = (on: string) => formatDate(on, lang, 'short');
  const notes = [
    ...(more.notes ?? []),
    value.reading?.[lang],
    value.printedAs && w.printedAs(value.printedAs),
    value.confirmed === false ? w.unconfirmed : undefined,
    value.duty?.join(', '),
  ];
  return {
    name,
    term,
    start: more.start ?? '',
    article: value.article ? articleText(value.article, value.source, lang) : value.ours ? w.ours : '',
    dates: value.validFrom ? w.until(short(value.validFrom), value.validTo && short(value.validTo)) : '',
    reading: notes.filter(Boolean).join('; '),
  };
}

function dutyLine(duty: Duty, lang: Lang): ValueLine {
  const w = REGULATION_WORDS[lang];
  const period = (one: { value: number; unit: NonNullable<Duty['period']>['unit'] }) =>
    periodText(one.value, one.unit, lang);
  const notes = [
    kindsText(duty.contentKinds, lang),
    duty.variant && variantText(duty.variant, lang),
    duty.portals.length === 1 ? duty.portals.map((portal) => w.portals[portal]).join() : undefined,
    duty.startAt && w.startsAt(duty.startAt),
    duty.weekends && w.weekends[duty.weekends],
    duty.cap && w.cap(period(duty.cap)),
    duty.extension && w.extension(period(duty.extension), duty.extension.times),
  ].filter((note): note is string => Boolean(note));
  const term = duty.period ? period(duty.period) : duty.pace ? paceText(duty.pace, lang) : '';
  return line(duty, duty.name[lang], term, lang, { start: eventsText(duty.startEvents, lang), notes });
}

function people(profile: Profile, lang: Lang): ValueLine[] {
  return [
    ...profile.bodyKinds.map((kind) => {
      const w = REGULATION_WORDS[lang];
      return line(kind, kind.name[lang], kind.obliged ? w.required : w.allowed, lang);
    }),
    ...profile.contributors.map((one) => line(one, one.name[lang], '', lang)),
    ...profile.roles.map((role) =>
      line(role, role.title[lang], (role.holder.now ?? role.holder)[lang], lang),
    ),
    ...profile.boards.map((board) =>
      line(board, board.name[lang], board.members.map((member) => member.title[lang]).join(', '), lang),
    ),
  ];
}

function texts(profile: Profile, lang: Lang): ValueLine[] {
  const w = REGULATION_WORDS[lang];
  const { credit, username, officialMail } = profile;
  return [
    ...profile.languages.map((one) => line(one, w.language[one.language], '', lang)),
    ...profile.english.map((one) =>
      line(
        one,
        w.englishPart,
        kindsText(one.contentKinds, lang),
        lang,
        one.note ? { notes: [one.note[lang]] } : {},
      ),
    ),
    ...profile.imprint.map((one) =>
      line(one, w.imprint, one.facts.map((fact) => w.imprintFacts[fact]).join(', '), lang),
    ),
    line(credit, w.credit, credit.templates.map((template) => template[lang]).join(' / '), lang),
    line(username, w.username, username.parts.join(username.separator || ' + '), lang),
    ...(officialMail ? [line(officialMail, w.officialMail, officialMail.domain, lang)] : []),
  ];
}

/** Every value of a regulation with its article, dates, unit, start event and reading, in groups. */
export function regulationGroups(profile: Profile, lang: Lang): ValueGroup[] {
  const w = REGULATION_WORDS[lang];
  const groups: ValueGroup[] = [
    { title: w.groups.duties, lines: profile.duties.map((duty) => dutyLine(duty, lang)) },
    {
      title: w.groups.recurring,
      lines: profile.recurring.map((one) => line(one, one.name[lang], w.every[one.every], lang)),
    },
    {
      title: w.groups.retention,
      lines: profile.retention.map((one) => {
        const atLeast = w.atLeast(periodText(one.atLeast.value, one.atLeast.unit, lang));
        return line(one, kindsText(one.contentKinds, lang), atLeast, lang, {
          start: eventsText(one.startEvents, lang),
        });
      }),
    },
    {
      title: w.groups.sections,
      lines: profile.sections.map((section) => {
        const notes = section.parts.map((part) => part.name[lang]);
        const must = section.required ? w.required : w.allowed;
        return line(section, section.name[lang], must, lang, { notes });
      }),
    },
    {
      title: w.groups.domains,
      lines: profile.domains.map((domain) => line(domain, domain.pattern, domain.code, lang)),
    },
    { title: w.groups.people, lines: people(profile, lang) },
    { title: w.groups.texts, lines: texts(profile, lang) },
    {
      title: w.groups.errata,
      lines: profile.errata.map((one) =>
        line(one, w.printed(one.printed, one.correct), '', lang, one.note ? { notes: [one.note[lang]] } : {}),
      ),
    },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

/** "Quy chế ban hành kèm theo Quyết định 22/2016/QĐ-UBND". */
export function regulationName({ instrument }: Profile, lang: Lang): string {
  return `${instrument.kind[lang]} ${instrument.number}`;
}
