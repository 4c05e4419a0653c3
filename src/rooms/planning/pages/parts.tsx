import { deskPath } from '../../../platform/http/paths.ts';
import type { StaffContext } from '../../../platform/http/types.ts';
import type { Lang } from '../../../rules/lang.ts';
import type { Refusal } from '../../../rules/refusal.ts';
import { Button, Callout, ErrorSummary, Field, Form } from '../../../ui/index.ts';
import type { SectionRow } from '../../portals/index.ts';
import type { Holder } from '../../publishing/index.ts';
import type { TopicRow } from '../store.ts';
import { planningWords } from '../words.ts';

export const paths = {
  items: (lang: Lang) => deskPath(lang, '/tin-bai'),
  item: (lang: Lang, itemId: number) => deskPath(lang, `/tin-bai/${itemId}`),
  edit: (lang: Lang, itemId: number, editionId: number) =>
    deskPath(lang, `/tin-bai/${itemId}/sua/${editionId}`),
  plan: (lang: Lang) => deskPath(lang, '/tin-bai/ke-hoach'),
  topic: (lang: Lang, topicId: number) => deskPath(lang, `/tin-bai/ke-hoach/${topicId}`),
  targets: (lang: Lang) => deskPath(lang, '/tin-bai/chi-tieu'),
};

export function Done({ context }: { context: StaffContext }) {
  const said = planningWords(context.lang).done[context.query.get('xong') ?? ''];
  return said ? <Callout tone="good" live title={said} /> : null;
}

export function Problems({ lang, refusal }: { lang: Lang; refusal: Refusal | undefined }) {
  if (!refusal) return null;
  return (
    <ErrorSummary
      lang={lang}
      title={planningWords(lang).problems}
      errors={[{ href: `#${refusal.field ?? 'noi-dung'}`, text: refusal.words[lang] }]}
    />
  );
}

export const sectionName = (one: Pick<SectionRow, 'name_vi' | 'name_en'>, lang: Lang) =>
  lang === 'vi' ? one.name_vi : one.name_en;

interface TopicFormProps {
  context: StaffContext;
  action: string;
  hidden: Readonly<Record<string, string>>;
  label: string;
  sections: readonly SectionRow[];
  colleagues: readonly Holder[];
  topic?: TopicRow | undefined;
  refusal: Refusal | undefined;
}

/** The fields of a topic, as typed or as kept. */
export function TopicForm(props: TopicFormProps) {
  const { context, action, hidden, label, sections, colleagues, topic, refusal } = props;
  const { lang, form } = context;
  const w = planningWords(lang).form;
  const kept: Record<string, string> = topic
    ? {
        ...{ title: topic.title, note: topic.note, plannedOn: topic.planned_on },
        ...{
          sectionId: String(topic.section_id),
          personId: topic.person_id === null ? '' : String(topic.person_id),
        },
      }
    : {};
  const value = (name: string) => form.get(name) ?? kept[name] ?? '';
  const error = (name: string) => (refusal?.field === name ? refusal.words[lang] : undefined);
  const writable = sections.filter(({ content_kind }) => content_kind !== 'questions');
  return (
    <Form action={action} hidden={{ _token: context.csrfToken, ...hidden }} label={label}>
      <Field
        kind="text"
        lang={lang}
        name="title"
        label={w.title}
        value={value('title')}
        error={error('title')}
      />
      <Field
        kind="select"
        lang={lang}
        name="sectionId"
        label={w.section}
        empty
        value={value('sectionId')}
        choices={writable.map((one) => ({ value: String(one.id), text: sectionName(one, lang) }))}
        error={error('sectionId')}
      />
      <Field
        kind="date"
        lang={lang}
        name="plannedOn"
        label={w.plannedOn}
        width="short"
        value={value('plannedOn')}
        error={error('plannedOn')}
      />
      <Field
        kind="select"
        lang={lang}
        name="personId"
        label={w.person}
        empty={planningWords(lang).nobody}
        value={value('personId')}
        choices={colleagues.map(({ id, full_name }) => ({ value: String(id), text: full_name }))}
        optional
      />
      <Field
        kind="textarea"
        lang={lang}
        name="note"
        label={w.note}
        rows={2}
        value={value('note')}
        error={error('note')}
        optional
      />
      <Button kind={topic ? 'second' : 'main'}>{w.save}</Button>
    </Form>
  );
}
