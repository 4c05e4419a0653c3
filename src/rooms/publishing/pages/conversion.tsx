import { deskFrame } from '../../../desk-frame.tsx';
import { NOT_PERMITTED } from '../../../platform/command/index.ts';
import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { isPermitted } from '../../../rules/access/index.ts';
import { type ConvertedPassage, convertContent } from '../../../rules/checker/index.ts';
import { CODE_NAMES } from '../../../rules/encodings/index.ts';
import type { Lang } from '../../../rules/lang.ts';
import { Refusal } from '../../../rules/refusal.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  DataTable,
  DeskTitle,
  EmptyState,
  Form,
} from '../../../ui/index.ts';
import { portalName } from '../../portals/index.ts';
import { checkWords } from '../check-words.ts';
import { readId, readVersion } from '../forms.ts';
import { permits } from '../permits.ts';
import { findReadableEdition, type LoadedEdition, reading } from '../queries.ts';
import { convertEdition } from '../submitting.ts';
import { publishingWords } from '../words.ts';
import { contentOf } from '../writing.ts';
import { page, paths, RefusalSummary, seeOther } from './parts.tsx';

function load(ports: Ports, { person, params }: StaffContext): Promise<LoadedEdition | undefined> {
  return reading(ports, person, (tx) =>
    findReadableEdition(tx, person, readId(params.id), readId(params.editionId)),
  );
}

/** Every passage of a draft in an old code table, as it stands and as it will be, and the one button that converts all. */
export async function showConversion(ports: Ports, context: StaffContext, refusal?: Refusal): Promise<Reply> {
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { lang, person } = context;
  const { edition, item, portal } = loaded;
  if (!isPermitted(person, permits, 'publishing.write', portal.id)) throw NOT_PERMITTED;
  if (edition.state !== 'draft') return { kind: 'redirect', to: paths.item(lang, item.id) };
  const w = publishingWords(lang);
  const c = checkWords(lang).convert;
  const { passages } = convertContent(contentOf(edition));
  const title = edition.title || w.untitled;
  const checkHref = paths.check(lang, item.id, edition.id);
  const html = deskFrame(
    ports,
    context,
    { title: `${c.title}: ${title}`, portalName: portalName(portal, lang) },
    <>
      <Breadcrumb
        lang={lang}
        links={[
          { href: paths.list(lang), text: w.items },
          { href: paths.item(lang, item.id), text: title },
          { href: checkHref, text: checkWords(lang).title },
        ]}
        here={c.title}
      />
      <DeskTitle eyebrow={`${w.languages[edition.language]}, ${w.edition(edition.number)}`} title={c.title} />
      <RefusalSummary lang={lang} refusal={refusal} place="chuyen" />
      {passages.length === 0 ? (
        <EmptyState title={c.none} />
      ) : (
        <>
          <p>{c.lead}</p>
          <Passages lang={lang} passages={passages} />
          {passages.some(({ code }) => code === 'tcvn3') && (
            <Callout tone="info">
              <p>{c.doubts}</p>
            </Callout>
          )}
          <Form
            id="chuyen"
            action={paths.convert(lang, item.id, edition.id)}
            hidden={{ _token: context.csrfToken, version: String(edition.version) }}
            label={c.title}
          >
            <Buttons>
              {passages.some(({ after }) => after !== undefined) && <Button>{c.send}</Button>}
              <a class="button second" href={checkHref}>
                {c.back}
              </a>
            </Buttons>
          </Form>
        </>
      )}
    </>,
  );
  return page(html, refusal ? 422 : 200);
}

function Passages({ lang, passages }: { lang: Lang; passages: readonly ConvertedPassage[] }) {
  const { convert: c, fields } = checkWords(lang);
  const nameOf = (code: ConvertedPassage['code']) =>
    code === 'mojibake' ? c.mojibake : CODE_NAMES[code][lang];
  return (
    <DataTable
      lang={lang}
      table={{
        caption: c.caption,
        columns: [{ label: c.before }, { label: c.after }, { label: c.where }],
        rows: passages.map(({ field, code, before, after }) => [
          <span lang="und">{before}</span>,
          after === undefined ? c.lost : <strong lang="vi">{after}</strong>,
          `${fields[field]}: ${nameOf(code)}`,
        ]),
      }}
    />
  );
}

/** Converts what was shown; a version somebody saved meanwhile is shown first. */
export async function convertNow(ports: Ports, context: StaffContext): Promise<Reply> {
  const loaded = await load(ports, context);
  if (!loaded) return { kind: 'missing' };
  const { lang, person, form } = context;
  const { edition, item, portal } = loaded;
  try {
    await ports.perform(person, convertEdition, {
      ...{ portalId: portal.id, editionId: edition.id, version: readVersion(form) },
    });
    return seeOther(paths.check(lang, item.id, edition.id), 'chuyenma');
  } catch (error) {
    if (!(error instanceof Refusal) || error === NOT_PERMITTED) throw error;
    return showConversion(ports, context, error);
  }
}
