import { Button, Field, Form, FormSection } from '../../../ui/index.ts';
import { CAPTION_LANGUAGES } from '../caption-commands.ts';
import { fileHref } from '../rules.ts';
import { type DetailsPart, detailsAction } from './details.tsx';

/** Captions of a film or recording, one file a language. */
export function CaptionsPart({ lang, w, context, view }: DetailsPart) {
  const hidden = { _token: context.csrfToken };
  const action = detailsAction(lang, view, '/phu-de');
  const error = view.problems.find(({ field }) => field === 'captions')?.text;
  return (
    <FormSection id="phu-de" title={w.captions}>
      {view.captions.length === 0 ? (
        <p class="note">{w.captionsNone}</p>
      ) : (
        <Form action={action} hidden={hidden} label={w.captions}>
          <ul class="file-uses">
            {view.captions.map((one) => (
              <li key={one.language}>
                <a href={fileHref(one)} lang={one.language}>
                  {one.label}
                </a>{' '}
                <Button kind="light" name="bo" value={one.language} icon="trash-2">
                  {w.captionsDrop(CAPTION_LANGUAGES[one.language]?.[lang] ?? one.language)}
                </Button>
              </li>
            ))}
          </ul>
        </Form>
      )}
      <Form action={action} hidden={hidden} files label={w.captionsAdd}>
        <Field
          kind="file"
          lang={lang}
          name="captions"
          label={w.captionsFile}
          help={w.captionsHelp}
          accept=".vtt,.srt"
          error={error}
        />
        <Field
          kind="select"
          lang={lang}
          name="language"
          label={w.captionsLanguage}
          value="vi"
          choices={Object.entries(CAPTION_LANGUAGES).map(([value, words]) => ({ value, text: words[lang] }))}
        />
        <Button kind="second" icon="captions">
          {w.captionsAdd}
        </Button>
      </Form>
    </FormSection>
  );
}

/** What a film shows before it plays. */
export function PosterPart({ lang, w, context, view }: DetailsPart) {
  const hidden = { _token: context.csrfToken };
  const action = detailsAction(lang, view, '/anh-bia');
  const error = view.problems.find(({ field }) => field === 'poster')?.text;
  return (
    <FormSection id="anh-bia" title={w.poster}>
      {view.poster && (
        <Form action={action} hidden={hidden} label={w.posterDrop}>
          <p>
            <a href={fileHref(view.poster)}>{view.poster.name}</a>{' '}
            <Button kind="light" name="bo" value="1" icon="trash-2">
              {w.posterDrop}
            </Button>
          </p>
        </Form>
      )}
      <Form action={action} hidden={hidden} files label={w.posterAdd}>
        <Field kind="file" lang={lang} name="poster" label={w.posterFile} accept="image/*" error={error} />
        <Button kind="second" icon="image">
          {w.posterAdd}
        </Button>
      </Form>
    </FormSection>
  );
}
