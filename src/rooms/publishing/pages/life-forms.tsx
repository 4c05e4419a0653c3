import type { StaffContext } from '../../../platform/http/types.ts';
import { civilDateOf, formatDate, timeOf } from '../../../rules/calendar/index.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Field, Form, KeyList } from '../../../ui/index.ts';
import { lifeWords } from '../life-words.ts';
import type { LifeView } from './life.tsx';
import { lifePaths } from './life-parts.tsx';
import { sectionChoices, when } from './parts.tsx';

export interface LifeFormProps {
  context: StaffContext;
  view: LifeView;
  refusal: Refusal | undefined;
}

/** What was typed into one of the forms of the page, and what was wrong with it; the others show what is kept. */
function typedIn({ context, refusal }: LifeFormProps, work: string) {
  const { form, lang } = context;
  const isThis = form.get('viec') === work;
  return {
    value: (name: string, kept: string) => (isThis ? (form.get(name) ?? '') : kept),
    error: (name: string) => (isThis && refusal?.field === name ? refusal.words[lang] : undefined),
  };
}

function formOf({ context, view }: LifeFormProps, work: string) {
  return {
    action: lifePaths.life(context.lang, view.item.id),
    hidden: { _token: context.csrfToken, viec: work },
  };
}

/** An instant as a field of date and time holds it. */
export const momentField = (at: Date | null | undefined): string =>
  at ? `${civilDateOf(at)}T${timeOf(at)}` : '';

export function ExpiryForm(props: LifeFormProps) {
  const { context, view } = props;
  const { lang } = context;
  const w = lifeWords[lang];
  const { life } = view;
  const { value, error } = typedIn(props, 'thoidang');
  const said = life?.expires_at ? w.expiryAt(when(life.expires_at, lang).text) : w.expiryNone;
  return (
    <>
      <p class="note">
        {said} {life?.expires_at && w.expiryFrom[life.expires_source]}
      </p>
      {view.mayApprove && (
        <Form {...formOf(props, 'thoidang')} label={w.expiry}>
          <Field
            kind="datetime"
            lang={lang}
            name="expiresAt"
            label={w.expiresAt}
            help={w.expiresAtHelp}
            optional
            value={value('expiresAt', momentField(life?.expires_at))}
            error={error('expiresAt')}
          />
          <Field
            kind="radios"
            lang={lang}
            name="expiresAs"
            label={w.expiresAs}
            value={value('expiresAs', life?.expires_as ?? 'notice')}
            choices={(['notice', 'archive'] as const).map((one) => ({
              value: one,
              text: w.expiresAsChoices[one],
            }))}
          />
          <Button kind="second">{w.expirySave}</Button>
        </Form>
      )}
    </>
  );
}

export function ReviewForm(props: LifeFormProps) {
  const { context, view } = props;
  const { lang } = context;
  const w = lifeWords[lang];
  const { life } = view;
  const { value, error } = typedIn(props, 'rasoat');
  return (
    <>
      <p class="note">
        {life?.review_on ? w.reviewAt(formatDate(life.review_on, lang, 'short')) : w.reviewNone}{' '}
        {life?.review_note}
      </p>
      {view.mayWrite && (
        <Form {...formOf(props, 'rasoat')} label={w.review}>
          <Field
            kind="date"
            lang={lang}
            name="reviewOn"
            label={w.reviewOn}
            help={w.reviewHelp}
            optional
            value={value('reviewOn', life?.review_on ?? '')}
            error={error('reviewOn')}
          />
          <Field
            kind="text"
            lang={lang}
            name="note"
            label={w.reviewNote}
            optional
            value={value('note', life?.review_note ?? '')}
            error={error('note')}
          />
          <Button kind="second">{w.reviewSave}</Button>
        </Form>
      )}
    </>
  );
}

export function AddressForm(props: LifeFormProps) {
  const { context, view } = props;
  const { lang } = context;
  const w = lifeWords[lang];
  const { item, section, sections } = view;
  const { value, error } = typedIn(props, 'chuyen');
  return (
    <>
      <KeyList
        wide
        rows={[
          { key: w.section, value: section ? (lang === 'vi' ? section.name_vi : section.name_en) : '' },
          {
            key: w.addressNow,
            value: <code>{`/${section?.slug_vi ?? ''}/${item.slug}-${item.id}`}</code>,
          },
        ]}
      />
      {view.mayApprove && (
        <Form {...formOf(props, 'chuyen')} label={w.address}>
          <p class="note">{w.addressNote}</p>
          <Field
            kind="select"
            lang={lang}
            name="sectionId"
            label={w.section}
            value={value('sectionId', String(item.section_id))}
            choices={sectionChoices(sections, lang)}
            error={error('sectionId')}
          />
          <Field
            kind="text"
            lang={lang}
            name="words"
            label={w.addressWords}
            help={w.addressWordsHelp}
            optional
            value={value('words', '')}
            error={error('words')}
          />
          <Button kind="second">{w.addressSave}</Button>
        </Form>
      )}
    </>
  );
}
