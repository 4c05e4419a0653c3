import type { Reply, StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Refusal as RefusalType } from '../../../rules/refusal.ts';
import { Refusal } from '../../../rules/refusal.ts';
import { Button, Field, Form } from '../../../ui/index.ts';
import { readId } from '../forms.ts';
import { findReadableEdition, reading } from '../queries.ts';
import { endLink, readerToken, showToReader } from '../reader-commands.ts';
import type { ReaderLinkRow } from '../reader-store.ts';
import { readerWords } from '../reader-words.ts';
import { showComments } from './comments.tsx';
import { GUEST_PATHS } from './guest.tsx';
import { paths, SubHeading, when } from './parts.tsx';

/** Makes a link for a reader, or ends one. */
export async function postReader(ports: Ports, context: StaffContext): Promise<Reply> {
  const { person, params, form, lang } = context;
  const loaded = await reading(ports, person, (tx) =>
    findReadableEdition(tx, person, readId(params.id), readId(params.editionId)),
  );
  if (!loaded) return { kind: 'missing' };
  const portalId = loaded.portal.id;
  const ends = form.get('lam') === 'thu';
  try {
    if (ends) await ports.perform(person, endLink, { portalId, linkId: readId(form.get('linkId')) ?? 0 });
    else {
      await ports.perform(person, showToReader, {
        ...{ portalId, editionId: loaded.edition.id, readerName: form.get('readerName') ?? '' },
        days: Number(form.get('days') || Number.NaN),
      });
    }
    const to = paths.comments(lang, loaded.item.id, loaded.edition.id);
    return { kind: 'redirect', to: `${to}?moi=${ends ? 'thu' : 'tao'}#moi-doc`, status: 303 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showComments(ports, context, error);
  }
}

interface ReadersProps {
  ports: Ports;
  context: StaffContext;
  itemId: number;
  editionId: number;
  links: readonly ReaderLinkRow[];
  refusal: RefusalType | undefined;
}

/** Who outside reads this draft: the links with their visits, and the form for another. */
export function Readers({ ports, context, itemId, editionId, links, refusal }: ReadersProps) {
  const { lang, form } = context;
  const w = readerWords(lang);
  const action = paths.readers(lang, itemId, editionId);
  const error = (field: string) => (refusal?.field === field ? refusal.words[lang] : undefined);
  return (
    <section aria-labelledby="moi-doc">
      <SubHeading id="moi-doc">{w.title}</SubHeading>
      <p class="note">{w.lead}</p>
      {links.length > 0 && (
        <ul class="remarks">
          {links.map((link) => (
            <ReaderLink key={link.id} ports={ports} context={context} link={link} action={action} />
          ))}
        </ul>
      )}
      <Form action={action} hidden={{ _token: context.csrfToken, lam: 'tao' }} label={w.title}>
        <Field
          kind="text"
          lang={lang}
          name="readerName"
          label={w.name}
          help={w.nameHelp}
          width="half"
          value={form.get('readerName') ?? ''}
          error={error('readerName')}
        />
        <Field
          kind="number"
          lang={lang}
          name="days"
          label={w.days}
          help={w.daysHelp}
          width="short"
          value={form.get('days') ?? '7'}
          error={error('days')}
        />
        <Button kind="second" icon="link">
          {w.make}
        </Button>
      </Form>
    </section>
  );
}

function ReaderLink(props: { ports: Ports; context: StaffContext; link: ReaderLinkRow; action: string }) {
  const { ports, context, link, action } = props;
  const { lang, now } = context;
  const w = readerWords(lang);
  const isLive = link.revoked_at === null && link.expires_at > now;
  const href = `${context.site.origin}${GUEST_PATHS[lang].replace(':token', readerToken(ports.seal, link.id))}`;
  return (
    <li class={isLive ? 'remark' : 'remark remark-resolved'}>
      <p>
        <strong>{link.reader_name}</strong>,{' '}
        {link.revoked_at ? w.ended : isLive ? w.until(when(link.expires_at, lang).text) : w.over};{' '}
        {w.visits(link.visits, link.last_visit_at ? when(link.last_visit_at, lang).text : '')}.
      </p>
      <p class="note">{w.madeBy(link.made_by_name ?? '', when(link.made_at, lang).text)}.</p>
      {isLive && (
        <>
          <Field
            kind="text"
            lang={lang}
            name={`lien-ket-${link.id}`}
            label={w.address}
            value={href}
            readOnly
            optional
          />
          <Form
            action={action}
            hidden={{ _token: context.csrfToken, lam: 'thu', linkId: String(link.id) }}
            label={w.endFor(link.reader_name)}
          >
            <Button kind="light">{w.end}</Button>
          </Form>
        </>
      )}
    </li>
  );
}
