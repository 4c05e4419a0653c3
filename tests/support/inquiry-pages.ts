import { randomBytes } from 'node:crypto';
import type { AnyRoute } from '../../src/platform/http/types.ts';
import { INTAKE_RULES } from '../../src/rooms/inquiries/intakes.ts';
import { FACE_IDS } from '../../src/rooms/inquiries/pages/public-faces.tsx';
import { receiveInquiry } from '../../src/rooms/inquiries/receiving.ts';
import { digestOfCode } from '../../src/rooms/inquiries/sealed.ts';
import { CASE_CODE_BYTES, makeCode } from '../../src/rules/case-code/index.ts';
import type { Lang } from '../../src/rules/lang.ts';
import type { World } from './world.ts';

/** A question that came in, so that its private page has something to show. @returns its code */
export async function sendQuestion(world: World): Promise<string> {
  const { ports } = world.app;
  const { id: portalId, localityId } = world.portal('lao-cai/main');
  const code = makeCode(randomBytes(CASE_CODE_BYTES));
  await ports.perform({ kind: 'machine', name: 'public', localityId }, receiveInquiry, {
    ...{ localityId, portalId, isMain: true, intake: 'question', language: 'vi', askerKind: 'person' },
    ...{ isForeigner: false, consents: [], files: [], topic: 'procedures' },
    asker: { fields: { name: 'Giàng Thị Mẫu' } },
    content: { title: 'Làm lại thẻ bảo hiểm y tế ở đâu?', text: 'Thẻ của con tôi bị mất trong đợt mưa lũ.' },
    ...{ code, codeDigest: digestOfCode(ports.seal, code), formDigest: randomBytes(8).toString('hex') },
  });
  return code;
}

/** An address of the public's side of inquiries with its parameters filled in. */
export function inquiryAddress(path: string, lang: Lang, code: string): string {
  return path.replace(':intake', INTAKE_RULES.question.slug[lang]).replace(':code', code);
}

/** What a page answers with where it is not 200: without its cookie there is no receipt. */
export const INQUIRY_STATUS: Readonly<Record<string, number>> = { 'inquiries.received': 410 };

/** Every face of the gallery, in both languages. */
export function inquiryFaces(routes: readonly AnyRoute[]): { name: string; lang: Lang; path: string }[] {
  const route = routes.find(({ name }) => name === 'inquiries.face');
  if (!route) return [];
  return (['vi', 'en'] as const).flatMap((lang) =>
    FACE_IDS.map((id) => ({ name: `face ${id}`, lang, path: route.path[lang].replace(':face', id) })),
  );
}
