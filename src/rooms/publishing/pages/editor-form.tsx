import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { StartEvent } from '../../../rules/profile/index.ts';
import { Field, Form, FormSection, fieldsOf, type TypedField } from '../../../ui/index.ts';
import { fileFacts, fileHref, type MediaRow } from '../../media/index.ts';
import type { DraftFields, Problem } from '../forms.ts';
import type { Merge } from '../merge-rules.ts';
import type { ItemClock, LoadedEdition } from '../queries.ts';
import { type PublishingWords, publishingWords } from '../words.ts';
import { writingWords } from '../writing-words.ts';
import { EDITOR_FORM } from './check-panel.tsx';
import { ClockPart, SourcePart } from './editor-facts.tsx';
import { DocumentPart, FormFieldsPart } from './form-fields.tsx';
import { MergePanel } from './merging.tsx';
import { paths, sectionChoices } from './parts.tsx';
import { EditorPlace } from './toolbar.tsx';

export interface EditorFormProps {
  context: StaffContext;
  loaded: LoadedEdition;
  fields: DraftFields;
  problems: readonly Problem[];
  version: number;
  images: readonly MediaRow[];
  /** Library rows of the picture and the attachments chosen. */
  chosen: readonly MediaRow[];
  clock: ItemClock | undefined;
  startEvents: readonly StartEvent[];
  /** Whose regulation the portal keeps; undefined for a national one. */
  localityCode: string | undefined;
  /** After a save that met another's: what both changed. */
  merge: Merge | undefined;
  savedBy: { name: string; at: Date };
}

export interface PartProps extends EditorFormProps {
  lang: Lang;
  w: PublishingWords;
  /** A field of the draft, as it was typed. */
  DraftField: TypedField<DraftFields>;
}

export function EditorForm(props: EditorFormProps) {
  const { context, loaded, version } = props;
  const { lang } = context;
  const { item, edition } = loaded;
  const errorOf = (field: string) => props.problems.find((one) => one.field === field)?.words[lang];
  const DraftField = fieldsOf(lang, props.fields, errorOf);
  const part = { ...props, lang, w: publishingWords(lang), DraftField };
  return (
    <Form
      id={EDITOR_FORM}
      action={paths.edit(lang, item.id, edition.id)}
      hidden={{ _token: context.csrfToken, version: String(version) }}
      files
      autosave
      label={part.w.editor.title(edition.number)}
    >
      {props.merge && (
        <MergePanel lang={lang} textLang={edition.language} merge={props.merge} savedBy={props.savedBy} />
      )}
      <TextPart {...part} />
      <FormFieldsPart {...part} />
      <DocumentPart {...part} isSigned />
      <BodyPart {...part} />
      <PicturePart {...part} />
      <FilesPart {...part} />
      <SourcePart {...part} />
      <DocumentPart {...part} isSigned={false} />
      {(props.startEvents.length > 0 || props.clock) && <ClockPart {...part} />}
      <p class="buttons">
        <button class="button main" type="submit" name="do" value="save">
          {part.w.editor.save}
        </button>
      </p>
    </Form>
  );
}

function TextPart({ lang, w, loaded, fields, DraftField }: PartProps) {
  const { edition, sections } = loaded;
  const e = w.editor;
  const isFirst = edition.number === 1 && edition.made_from_edition_id === null;
  const textLang = edition.language;
  return (
    <>
      <DraftField
        kind="textarea"
        name="title"
        label={e.itemTitle}
        rows={2}
        maxLength={300}
        textLang={textLang}
      />
      {isFirst ? (
        <DraftField
          kind="select"
          name="sectionId"
          label={e.section}
          choices={sectionChoices(sections, lang)}
        />
      ) : (
        <input type="hidden" name="sectionId" value={fields.sectionId} />
      )}
      <DraftField
        kind="textarea"
        name="summary"
        label={e.summary}
        help={e.summaryHelp}
        rows={3}
        maxLength={2000}
        optional
        textLang={textLang}
      />
    </>
  );
}

/** The file a writer begins from: most texts are written in Word before they come here. */
function WordPart({ lang, DraftField }: PartProps) {
  const t = writingWords(lang).word;
  return (
    <div class="word-file" data-word-file>
      <DraftField
        kind="file"
        name="wordFile"
        label={t.label}
        help={t.help}
        accept=".docx,.odt,.txt"
        optional
      />
      <button class="button second" type="submit" name="do" value="word">
        {t.take}
      </button>
    </div>
  );
}

/** The text itself: a field that works alone, with the place where the island puts its editor. */
function BodyPart(props: PartProps) {
  const { lang, w, loaded, DraftField } = props;
  const { edition, portal } = loaded;
  const e = w.editor;
  const textLang = edition.language;
  return (
    <>
      <WordPart {...props} />
      <DraftField
        kind="textarea"
        name="body"
        label={e.body}
        help={e.bodyHelp}
        rows={18}
        textLang={textLang}
      />
      <EditorPlace
        w={w}
        lang={lang}
        textLang={textLang}
        libraryHref={`${deskPath(lang, '/kho')}?cong=${portal.id}`}
        targetsHref={`${paths.targets(lang)}?cong=${portal.id}&tieng=${textLang}`}
        presentHref={paths.present(lang, loaded.item.id, edition.id)}
        uploadHref={deskPath(lang, '/kho')}
        portalId={portal.id}
      />
      <div data-body-mode>
        <DraftField
          kind="radios"
          name="bodyMode"
          label={e.bodyMode}
          choices={(['text', 'html'] as const).map((mode) => ({ value: mode, text: e.bodyModes[mode] }))}
        />
      </div>
    </>
  );
}

function PicturePart({ w, fields, images, chosen, DraftField }: PartProps) {
  const e = w.editor;
  const picture = chosen.find(({ id }) => String(id) === fields.pictureMediaId);
  const listed = picture && !images.some(({ id }) => id === picture.id) ? [picture, ...images] : images;
  return (
    <FormSection id="anh" title={e.picture} note={picture ? undefined : e.pictureNone}>
      {picture?.width && picture.height && (
        <img
          src={fileHref(picture)}
          alt={fields.pictureAlt}
          width="320"
          height={Math.round((320 * picture.height) / picture.width)}
        />
      )}
      <DraftField kind="file" name="picture" label={e.pictureNew} accept="image/*" optional />
      {listed.length > 0 && (
        <DraftField
          kind="select"
          name="pictureMediaId"
          label={e.pictureFrom}
          empty={e.pictureEmpty}
          optional
          choices={listed.map((one) => ({ value: String(one.id), text: one.name }))}
        />
      )}
      <DraftField
        kind="text"
        name="pictureAlt"
        label={e.pictureAlt}
        help={e.pictureAltHelp}
        maxLength={500}
        optional
      />
      <DraftField kind="text" name="pictureCaption" label={e.pictureCaption} maxLength={500} optional />
    </FormSection>
  );
}

function FilesPart({ lang, w, fields, chosen, DraftField }: PartProps) {
  const e = w.editor;
  return (
    <FormSection id="attachments" title={e.files} note={e.filesNote}>
      {fields.attachments.map(({ mediaId, label }) => {
        const row = chosen.find(({ id }) => id === mediaId);
        if (!row) return null;
        return (
          <div key={mediaId}>
            <input type="hidden" name="file" value={mediaId} />
            <p>
              <a href={fileHref(row)}>{row.name}</a>{' '}
              <span class="note">{fileFacts({ name: row.name, sizeBytes: row.size_bytes }, lang)}</span>
            </p>
            <Field
              kind="text"
              lang={lang}
              name={`label-${mediaId}`}
              label={e.fileLabel}
              value={label}
              maxLength={300}
              optional
            />
            <Field
              kind="checkbox"
              lang={lang}
              name="dropFile"
              id={`drop-${mediaId}`}
              value={String(mediaId)}
              label={e.dropFile(row.name)}
              optional
            />
          </div>
        );
      })}
      <DraftField kind="file" name="attach" label={e.filesNew} multiple optional />
    </FormSection>
  );
}
