import { deskFrame } from '../../../desk-frame.tsx';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Buttons,
  Callout,
  DeskTitle,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  FormSection,
  LinkButton,
  PreviewFrame,
} from '../../../ui/index.ts';
import { emblemHref, type PortalRow, portalDeskHref, portalName } from '../../portals/index.ts';
import type { EmblemRow } from '../emblem-store.ts';
import { emblemWords } from '../emblem-words.ts';
import { fileHref } from '../rules.ts';
import type { MediaRow } from '../store.ts';
import { sizeWords } from '../words.ts';

const PREVIEW = 'xem-thu';

export interface EmblemView {
  portal: PortalRow;
  /** The emblem in use, the name of the picture it was made of, and how much it weighs. */
  now: { emblem: EmblemRow; name: string; sizeBytes: number } | undefined;
  /** Pictures of the library, the newest first; what is chosen is among them. */
  rows: readonly MediaRow[];
  chosenId: number | undefined;
  /** The last of these pictures, where there are older ones. */
  olderId: number | undefined;
  /** What was looked for. */
  text: string;
  done: string;
  problem: { field: string; text: string } | undefined;
}

interface Part {
  ports: Ports;
  context: StaffContext;
  lang: Lang;
  view: EmblemView;
}

const hrefOf = (lang: Lang, { portal }: EmblemView, sub = '') =>
  portalDeskHref(lang, 'emblem', { id: portal.id }) + sub;

/** The emblem of a portal: what is in use, a new picture, and those of the library. */
export function emblemPage(ports: Ports, context: StaffContext, view: EmblemView): string {
  const { lang } = context;
  const w = emblemWords(lang);
  const { portal, problem } = view;
  const name = portalName(portal, lang);
  const part = { ports, context, lang, view };
  const done = { dat: w.saved, bo: w.removed, tai: w.uploaded }[view.done];
  return deskFrame(
    ports,
    context,
    {
      ...{ title: w.title, portalName: name, scripts: [ports.assetHref('live-preview.js')] },
      asideLabel: w.previewTitle,
      aside: (
        <section aria-labelledby="xem">
          <h2 id="xem">{w.previewTitle}</h2>
          <p class="note">{w.previewNote}</p>
          <PreviewFrame name={PREVIEW} title={w.previewTitle} />
        </section>
      ),
    },
    <>
      {done && !problem && <Callout tone="good" live title={done} />}
      <ErrorSummary
        lang={lang}
        title={w.errors}
        errors={problem ? [{ href: `#${problem.field}`, text: problem.text }] : []}
      />
      <Breadcrumb
        lang={lang}
        links={[{ href: portalDeskHref(lang, 'portal', { id: portal.id }), text: name }]}
        here={w.title}
      />
      <DeskTitle title={w.title} />
      <p class="note">{w.lead}</p>
      <p class="note">{w.altNote}</p>
      <Now {...part} />
      <Uploading {...part} />
      <Choosing {...part} />
    </>,
  );
}

/** The emblem as it stands at the head, on light and on dark ground. */
function Now({ context, lang, view }: Part) {
  const w = emblemWords(lang);
  const { now, portal } = view;
  if (!now)
    return (
      <FormSection id="dang-dung" title={w.now}>
        <p>{w.nowNone}</p>
      </FormSection>
    );
  const { emblem, name, sizeBytes } = now;
  const height = 56;
  const picture = (
    <img
      class="emblem"
      src={emblemHref(portal, emblem)}
      width={Math.round((height * emblem.width) / emblem.height)}
      height={height}
      alt=""
    />
  );
  return (
    <FormSection id="dang-dung" title={w.now}>
      <div class="emblem-grounds">
        {(
          [
            ['light', w.onLight],
            ['dark', w.onDark],
          ] as const
        ).map(([ground, label]) => (
          <p key={ground} class={`emblem-ground emblem-${ground}`}>
            {picture}
            <span>
              {portalName(portal, lang)}
              <br />
              <span class="emblem-label">{label}</span>
            </span>
          </p>
        ))}
      </div>
      <p class="note">
        {w.nowMade(name, sizeWords(sizeBytes, lang))} {emblem.icon_hash ? w.hasIcon : w.noIcon}
      </p>
      <Form action={hrefOf(lang, view, '/bo')} hidden={{ _token: context.csrfToken }} label={w.remove}>
        <Button kind="light" icon="trash-2">
          {w.remove}
        </Button>
      </Form>
    </FormSection>
  );
}

function Uploading({ context, lang, view }: Part) {
  const w = emblemWords(lang);
  return (
    <FormSection id="tai-len" title={w.upload} note={w.uploadNote}>
      <Form
        action={hrefOf(lang, view, '/tai-len')}
        files
        hidden={{ _token: context.csrfToken }}
        label={w.upload}
      >
        <Field
          kind="file"
          lang={lang}
          name="file"
          label={w.file}
          accept="image/png,image/webp,image/jpeg"
          error={view.problem?.field === 'file' ? view.problem.text : undefined}
        />
        <Button kind="second" icon="plus">
          {w.send}
        </Button>
      </Form>
    </FormSection>
  );
}

function Choosing({ context, lang, view }: Part) {
  const w = emblemWords(lang);
  const { rows, chosenId, text, olderId, problem, portal } = view;
  const action = hrefOf(lang, view);
  const error = problem?.field === 'media' ? problem.text : undefined;
  return (
    <FormSection id="chon" title={w.choose} note={w.chooseNote}>
      <FilterBar lang={lang} action={action} clearHref={text ? action : undefined}>
        <Field kind="search" lang={lang} name="q" label={w.search} value={text} optional />
      </FilterBar>
      {rows.length === 0 ? (
        <p class="note">{w.none}</p>
      ) : (
        <Form action={action} hidden={{ _token: context.csrfToken, phan: 'emblem' }} label={w.choose}>
          <fieldset class={`field${error ? ' field-error' : ''}`} id="media">
            <legend>{w.pictures}</legend>
            {error && <p class="error">{error}</p>}
            <ul class="file-grid">
              {rows.map((row) => (
                <PictureChoice key={row.id} lang={lang} row={row} isChosen={row.id === chosenId} />
              ))}
            </ul>
          </fieldset>
          <Buttons>
            <Button>{w.use}</Button>
            <Button
              kind="second"
              formAction={portalDeskHref(lang, 'preview', { id: portal.id })}
              formTarget={PREVIEW}
            >
              {w.tryIt}
            </Button>
            {olderId !== undefined && (
              <LinkButton
                kind="light"
                href={`${action}?${new URLSearchParams({ ...(text ? { q: text } : {}), truoc: String(olderId) })}#chon`}
              >
                {w.older}
              </LinkButton>
            )}
          </Buttons>
        </Form>
      )}
    </FormSection>
  );
}

function PictureChoice({ lang, row, isChosen }: { lang: Lang; row: MediaRow; isChosen: boolean }) {
  const id = `anh-${row.id}`;
  return (
    <li>
      <label class="emblem-choice" for={id}>
        <span class="file-frame">
          <img src={`${fileHref(row)}?rong=480`} alt="" loading="lazy" />
        </span>
        <span class="choice">
          <input type="radio" id={id} name="media" value={row.id} checked={isChosen} />
          <span>
            {row.name}
            <br />
            <span class="note">{emblemWords(lang).size(row.width ?? 0, row.height ?? 0)}</span>
          </span>
        </span>
      </label>
    </li>
  );
}
