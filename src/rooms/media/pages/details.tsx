import type { VNode } from 'preact';
import { deskFrame } from '../../../desk-frame.tsx';
import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import type { Lang } from '../../../rules/lang.ts';
import {
  Breadcrumb,
  Button,
  Callout,
  DeskTitle,
  ErrorSummary,
  FieldRow,
  Form,
  FormSection,
  fieldsOf,
} from '../../../ui/index.ts';
import type { CaptionRow } from '../caption-store.ts';
import { type DetailsWords, detailsWords } from '../details-words.ts';
import type { CountedFolder } from '../folder-store.ts';
import type { DescribedDraft, FormProblem } from '../forms.ts';
import { groupOfType } from '../kind-rules.ts';
import type { RenditionRow } from '../rendition-store.ts';
import { fileHref, pictureSet } from '../rules.ts';
import type { MediaDetails, MediaRow } from '../store.ts';
import type { FileUse } from '../use-store.ts';
import { mediaWords } from '../words.ts';
import { CaptionsPart, PosterPart } from './details-belongings.tsx';
import { Facts, UsesPart } from './details-facts.tsx';

export interface DetailsView {
  media: MediaDetails;
  draft: DescribedDraft;
  problems: readonly FormProblem[];
  uses: readonly FileUse[];
  renditions: readonly RenditionRow[];
  captions: readonly CaptionRow[];
  poster: MediaRow | undefined;
  folders: readonly CountedFolder[];
  mayDescribe: boolean;
  mayRemove: boolean;
  done: string;
}

export interface DetailsPart {
  lang: Lang;
  w: DetailsWords;
  context: StaffContext;
  view: DetailsView;
}

export const detailsAction = (lang: Lang, { media }: DetailsView, sub = '') =>
  deskPath(lang, `/kho/tep/${media.id}${sub}`);

/** One file of the library. */
export function detailsPage(ports: Ports, context: StaffContext, view: DetailsView): string {
  const { lang } = context;
  const w = detailsWords(lang);
  const { media } = view;
  const part = { lang, w, context, view };
  const doneWords = mediaWords(lang).done[view.done];
  const group = groupOfType(media.type);
  const isPlayed = group === 'film' || group === 'sound';
  return deskFrame(
    ports,
    context,
    { title: media.name, scripts: [ports.assetHref('focal-point.js')] },
    <>
      <Breadcrumb
        lang={lang}
        links={[{ href: `${deskPath(lang, '/kho')}?cong=${media.portal_id}`, text: w.back }]}
        here={media.name}
      />
      <DeskTitle title={media.name} />
      {doneWords && <Callout tone="good" live title={doneWords} />}
      {media.removed_at && <Callout tone="warn" title={w.removed} />}
      <ErrorSummary
        lang={lang}
        title={w.problems}
        errors={view.problems.map(({ field, text }) => ({ href: `#${field}`, text }))}
      />
      <div class="file-details">
        <div>
          <PreviewPart {...part} />
          {view.mayDescribe && !media.removed_at && <DescribePart {...part} />}
          {isPlayed && view.mayDescribe && !media.removed_at && (
            <>
              <CaptionsPart {...part} />
              {group === 'film' && <PosterPart {...part} />}
            </>
          )}
        </div>
        <div>
          <Facts {...part} />
          <UsesPart {...part} />
        </div>
      </div>
    </>,
  );
}

function PreviewPart({ lang, w, view }: DetailsPart) {
  const { media, renditions, captions, poster } = view;
  const href = fileHref(media);
  const group = groupOfType(media.type);
  const tracks = captions.map((one) => (
    <track
      key={one.language}
      kind="captions"
      src={fileHref(one)}
      srclang={one.language}
      label={one.label}
      default={one.language === lang}
    />
  ));
  const card = renditions.find(({ shape }) => shape === 'card');
  return (
    <section class="file-preview" aria-label={w.preview}>
      {group === 'picture' && media.width && media.height ? (
        <FocalPicture view={view} href={href} />
      ) : group === 'film' ? (
        <Film href={href} poster={poster && fileHref(poster)}>
          {tracks}
        </Film>
      ) : group === 'sound' ? (
        <Sound href={href}>{tracks}</Sound>
      ) : card ? (
        <img src={`${href}?khung=trang`} alt="" width={card.width} class="file-page" />
      ) : (
        <p class="note">{w.noPreview}</p>
      )}
      <p>
        <a href={href}>{w.open}</a>
      </p>
    </section>
  );
}

function Film({ href, poster, children }: { href: string; poster?: string | undefined; children: VNode[] }) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: the captions are files of the library, handed in
    <video controls preload="none" poster={poster} src={href}>
      {children}
    </video>
  );
}

function Sound({ href, children }: { href: string; children: VNode[] }) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: the captions are files of the library, handed in
    <audio controls preload="none" src={href}>
      {children}
    </audio>
  );
}

/** The picture with a mark at its focal point; the island moves it and writes the numbers. */
function FocalPicture({ view, href }: { view: DetailsView; href: string }) {
  const { media, draft } = view;
  const [width, height] = [media.width ?? 1, media.height ?? 1];
  const place = (text: string, length: number) => ((Number(text) || 0) / 100) * length;
  const radius = Math.max(width, height) / 40;
  return (
    <div class="focal" data-focal>
      <img
        src={href}
        srcset={pictureSet(href, width)}
        sizes="(min-width: 60em) 40rem, 100vw"
        alt={media.description}
        width={width}
        height={height}
      />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <circle
          class="focal-ring"
          cx={place(draft.focalX, width)}
          cy={place(draft.focalY, height)}
          r={radius}
        />
        <circle
          class="focal-dot"
          cx={place(draft.focalX, width)}
          cy={place(draft.focalY, height)}
          r={radius / 4}
        />
      </svg>
    </div>
  );
}

function DescribePart({ lang, w, context, view }: DetailsPart) {
  const { media, draft, problems } = view;
  const group = groupOfType(media.type);
  const Typed = fieldsOf(lang, draft, (name) => problems.find(({ field }) => field === name)?.text);
  return (
    <FormSection id="noi-ve-tep" title={w.about}>
      <Form action={detailsAction(lang, view)} hidden={{ _token: context.csrfToken }} label={w.about}>
        <Typed
          kind="textarea"
          name="description"
          label={w.description}
          help={w.descriptionHelp}
          rows={2}
          optional
        />
        <Typed kind="text" name="caption" label={w.caption} help={w.captionHelp} optional />
        <FieldRow>
          <Typed kind="text" name="author" label={w.author} optional />
          <Typed kind="text" name="source" label={w.source} optional />
        </FieldRow>
        <FieldRow>
          <Typed kind="text" name="licence" label={w.licence} help={w.licenceHelp} optional />
          <Typed kind="date" name="takenOn" label={w.takenOn} optional />
        </FieldRow>
        {group === 'picture' && (
          <fieldset class="fieldset">
            <legend>{w.focal}</legend>
            <div class="help">{w.focalHelp}</div>
            <FieldRow>
              <Typed kind="number" name="focalX" label={w.focalX} min="0" max="100" width="short" />
              <Typed kind="number" name="focalY" label={w.focalY} min="0" max="100" width="short" />
            </FieldRow>
          </fieldset>
        )}
        {(group === 'film' || group === 'sound') && (
          <Typed
            kind="textarea"
            name="transcript"
            label={w.transcript}
            help={w.transcriptHelp}
            rows={8}
            optional
          />
        )}
        <Button>{w.save}</Button>
      </Form>
    </FormSection>
  );
}
