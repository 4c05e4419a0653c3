import type { Command } from '../../platform/command/index.ts';
import { Refusal } from '../../rules/refusal.ts';
import { dropCaption, saveCaption } from './caption-store.ts';
import { FILE_UNKNOWN } from './commands.ts';
import { FILE_TYPES, groupOfType } from './kind-rules.ts';
import { permits } from './permits.ts';
import { findDetails, findMediaById, savePoster } from './store.ts';

/** Languages captions are offered in; the label is what the player shows. */
export const CAPTION_LANGUAGES: Readonly<Record<string, { vi: string; en: string }>> = {
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
};
/** What the player shows, in the language itself. */
const LABELS: Readonly<Record<string, string>> = { vi: 'Tiếng Việt', en: 'English' };

const NOT_CAPTIONS = new Refusal(
  'not-captions',
  {
    vi: 'Phụ đề phải là tệp .vtt hoặc .srt. Hãy xuất phụ đề dạng ấy rồi tải lên.',
    en: 'Captions are a .vtt or .srt file. Export them as such and upload that.',
  },
  'captions',
);
const NO_PLAYING = new Refusal('not-playing', {
  vi: 'Chỉ phim và âm thanh có phụ đề, ảnh bìa. Hãy chọn tệp khác.',
  en: 'Only films and recordings have captions and posters. Choose another file.',
});
const NO_PICTURE = new Refusal(
  'not-a-picture',
  {
    vi: 'Ảnh bìa phải là ảnh. Hãy chọn tệp JPG, PNG hoặc WEBP.',
    en: 'The poster must be a picture. Choose a JPG, PNG or WEBP.',
  },
  'poster',
);

type Tx = Parameters<typeof findDetails>[0];

async function getPlaying(tx: Tx, portalId: number, mediaId: number) {
  const media = await findDetails(tx, mediaId);
  if (!media || media.portal_id !== portalId || media.removed_at) throw FILE_UNKNOWN;
  if (!['film', 'sound'].includes(groupOfType(media.type))) throw NO_PLAYING;
  return media;
}

/** Gives a film or recording its captions in one language: a WebVTT file of the same library. */
export const attachCaptions: Command<
  { portalId: number; mediaId: number; captionMediaId: number; language: string },
  void
> = {
  name: 'media.attachCaptions',
  permit: 'media.describe',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, record }, { portalId, mediaId, captionMediaId, language }) {
    await getPlaying(tx, portalId, mediaId);
    const captions = await findMediaById(tx, captionMediaId);
    if (captions?.portal_id !== portalId || captions.type !== FILE_TYPES.vtt) throw NOT_CAPTIONS;
    const label = LABELS[language];
    if (!label) throw NOT_CAPTIONS;
    await saveCaption(tx, { portalId, mediaId, captionMediaId, language, label });
    record({ portalId, subject: { kind: 'media', id: mediaId }, payload: { captionMediaId, language } });
  },
};

/** Takes the captions of one language away; the file stays in the library. */
export const detachCaptions: Command<{ portalId: number; mediaId: number; language: string }, void> = {
  name: 'media.detachCaptions',
  permit: 'media.describe',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, record }, { portalId, mediaId, language }) {
    await getPlaying(tx, portalId, mediaId);
    if ((await dropCaption(tx, mediaId, language)) === 0) throw FILE_UNKNOWN;
    record({ portalId, subject: { kind: 'media', id: mediaId }, payload: { language } });
  },
};

/** The picture a film shows before it plays; none with `null`. */
export const choosePoster: Command<{ portalId: number; mediaId: number; posterId: number | null }, void> = {
  name: 'media.choosePoster',
  permit: 'media.describe',
  permits,
  portal: (input) => input.portalId,
  async run({ tx, record }, { portalId, mediaId, posterId }) {
    await getPlaying(tx, portalId, mediaId);
    const poster = posterId === null ? undefined : await findMediaById(tx, posterId);
    if (posterId !== null && (poster?.portal_id !== portalId || groupOfType(poster.type) !== 'picture'))
      throw NO_PICTURE;
    await savePoster(tx, mediaId, posterId);
    record({ portalId, subject: { kind: 'media', id: mediaId }, payload: { posterId } });
  },
};
