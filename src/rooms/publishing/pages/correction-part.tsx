import type { StaffContext } from '../../../platform/http/types.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Callout, Field, Form } from '../../../ui/index.ts';
import type { CorrectionMark } from '../life-store.ts';
import { lifeWords } from '../life-words.ts';
import type { EditionRow } from '../store.ts';
import { momentField } from './life-forms.tsx';
import { lifePaths } from './life-parts.tsx';

interface CorrectionProps {
  context: StaffContext;
  edition: EditionRow;
  mark: CorrectionMark | undefined;
  mayWrite: boolean;
  mayApprove: boolean;
  refusal: Refusal | undefined;
}

/** What a correction says, for those who check and approve it. */
export function CorrectionNote({ lang, mark }: { lang: Lang; mark: CorrectionMark | undefined }) {
  const w = lifeWords[lang];
  if (!mark?.correction_note) return null;
  return (
    <Callout title={w.correctionIs}>
      <p>{mark.correction_note}</p>
      {mark.correction_shows_changes && <p>{w.correctionShown}</p>}
    </Callout>
  );
}

/** On a new edition of something public: the note of its writer, and the choice of the board about the old wording. */
export function CorrectionForms(props: CorrectionProps) {
  const { context, edition, mark, mayWrite, mayApprove, refusal } = props;
  const { lang, form } = context;
  const w = lifeWords[lang];
  const action = lifePaths.life(lang, edition.item_id);
  const hidden = { _token: context.csrfToken, editionId: String(edition.id) };
  const isThis = form.get('viec') === 'dinhchinh' && form.get('editionId') === String(edition.id);
  const noted = Boolean(mark?.correction_note);
  return (
    <>
      <CorrectionNote lang={lang} mark={mark} />
      {mayWrite && edition.state === 'draft' && (
        <details class="trace" open={isThis}>
          <summary>{w.correction}</summary>
          <Form action={action} hidden={{ ...hidden, viec: 'dinhchinh' }} label={w.correction}>
            <Field
              kind="textarea"
              lang={lang}
              name="note"
              id={isThis ? 'note' : `dinh-chinh-${edition.id}`}
              label={w.correctionNote}
              help={w.correctionHelp}
              rows={3}
              optional
              textLang={edition.language}
              value={isThis ? (form.get('note') ?? '') : (mark?.correction_note ?? '')}
              error={isThis && refusal?.field === 'note' ? refusal.words[lang] : undefined}
            />
            <Button kind="second">{w.correctionSave}</Button>
          </Form>
        </details>
      )}
      {mayApprove && noted && (
        <Form action={action} hidden={{ ...hidden, viec: 'chucu' }} label={w.correctionShow}>
          <Field
            kind="checkbox"
            lang={lang}
            name="shows"
            id={`chu-cu-${edition.id}`}
            label={w.correctionShow}
            optional
            checked={mark?.correction_shows_changes === true}
          />
          <Button kind="second">{w.correctionChoose}</Button>
        </Form>
      )}
    </>
  );
}

/** Another time for what waits for its set time; to cancel it, it goes back to the writer. */
export function RescheduleForm(props: {
  context: StaffContext;
  edition: EditionRow;
  refusal: Refusal | undefined;
}) {
  const { context, edition, refusal } = props;
  const { lang, form } = context;
  const w = lifeWords[lang];
  const isThis = form.get('viec') === 'doigio' && form.get('editionId') === String(edition.id);
  return (
    <Form
      action={lifePaths.life(lang, edition.item_id)}
      hidden={{ _token: context.csrfToken, editionId: String(edition.id), viec: 'doigio' }}
      label={w.reschedule}
    >
      <Field
        kind="datetime"
        lang={lang}
        name="publishAt"
        label={w.publishAt}
        value={isThis ? (form.get('publishAt') ?? '') : momentField(edition.publish_at)}
        error={isThis && refusal?.field === 'publishAt' ? refusal.words[lang] : undefined}
      />
      <Button kind="second">{w.reschedule}</Button>
    </Form>
  );
}
